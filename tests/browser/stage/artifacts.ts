// Where pictures and traces of a run are kept.
import { fileURLToPath } from "node:url";

export const artifacts = fileURLToPath(new URL("../../../target/artifacts/browser", import.meta.url));
