// One script and one style sheet, with relative addresses, so that every host can serve them under a strict CSP.
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "./",
  plugins: [svelte()],
  resolve: {
    alias: { "~": fileURLToPath(new URL("./src", import.meta.url)) },
    // Tests run in Node; without this they would get Svelte's server build, whose state is inert.
    ...(process.env["VITEST"] === undefined ? {} : { conditions: ["browser"] }),
  },
  clearScreen: false,
  server: { port: 5173, strictPort: true },
  build: {
    target: ["safari16", "chrome110"],
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      output: {
        entryFileNames: "desk.js",
        assetFileNames: "desk[extname]",
      },
    },
  },
  test: {
    environment: "node",
    include: ["src/**/*.test.ts", "lint/**/*.test.js"],
  },
});
