// An action's possibility, in the form that buttons take: absent, or the sentence that says why not.
import type { Possible } from "~/api/generated/bindings";
import { text } from "~/text";

export function whyNot(possible: Possible): string | null {
  return possible.is === "yes" ? null : text.states.whyNot[possible.why];
}
