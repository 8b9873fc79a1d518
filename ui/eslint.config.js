// What the type checker does not see: walls between folders, raw HTML, sloppy promises.
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import tiers from "./lint/tiers.js";
import svelteConfig from "./svelte.config.js";

export default ts.config(
  { ignores: ["dist/", "node_modules/", "src/api/generated/"] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    plugins: { desk: { rules: { tiers } } },
    rules: {
      "desk/tiers": "error",
      "svelte/no-at-html-tags": "error",
      "svelte/no-target-blank": "error",
      // Maps in raw state are replaced, never changed: that is what makes them reactive here.
      "svelte/prefer-svelte-reactivity": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/unified-signatures": "off",
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  { files: ["lint/**/*.js", "*.config.*"], languageOptions: { globals: { ...globals.node } } },
);
