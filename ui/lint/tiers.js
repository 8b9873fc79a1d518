// The walls between the folders of src, as a lint rule: who may import whom.

/** Folder → what it may import. `views` and the files beside it may compose anything. */
const MAY = {
  kit: [],
  format: [],
  text: ["api"],
  api: [],
  desk: ["api", "format", "text"],
};
/** A domain folder imports the base and at most the one other domain folder named here. */
const BASE = ["api", "desk", "format", "kit", "text"];
const DOMAINS = {
  agentBar: [],
  commands: [],
  conversation: ["wrapUp"],
  customer: [],
  notices: [],
  signIn: [],
  supervise: ["conversation"],
  worklist: [],
  wrapUp: [],
};

export function allowed(from, to) {
  if (from === to) return true;
  if (from in MAY) return MAY[from].includes(to);
  if (from in DOMAINS) return BASE.includes(to) || DOMAINS[from].includes(to);
  return true;
}

const folderIn = (path) => /[/\\]src[/\\]([^/\\]+)[/\\]/.exec(path)?.[1] ?? "";

function check(context, node) {
  const source = node.source?.value;
  if (typeof source !== "string") return;
  const file = context.filename.replaceAll("\\", "/");
  const from = folderIn(file);
  if (source.startsWith("@tauri-apps/") && !file.endsWith("/src/api/tauriHost.ts")) {
    context.report({ node, messageId: "tauri" });
  }
  if (source.startsWith("~/")) {
    const to = source.slice(2).split("/")[0] ?? "";
    // The samples of the gallery serve the tests too.
    const sample = to === "gallery" && file.includes(".test.");
    if (from !== "" && !sample && !allowed(from, to)) context.report({ node, messageId: "tier", data: { from, to } });
  } else if (source.startsWith("..") && from !== "") {
    const inside = file.split(`/src/${from}/`)[1]?.split("/").length ?? 1;
    const up = source.split("/").filter((part) => part === "..").length;
    if (up >= inside) context.report({ node, messageId: "relative" });
  }
}

export default {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      tauri: "Only src/api/tauriHost.ts may import @tauri-apps.",
      tier: "`{{from}}` may not import `{{to}}` (see ui/README.md, Tiers).",
      relative: "Import from another folder by `~/…`, not by a relative path.",
    },
  },
  create: (context) => ({
    ImportDeclaration: (node) => check(context, node),
    ExportNamedDeclaration: (node) => check(context, node),
    ExportAllDeclaration: (node) => check(context, node),
  }),
};
