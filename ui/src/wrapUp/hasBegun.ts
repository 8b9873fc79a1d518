// Whether closing has begun; before that the form only keeps what is noted while the chat goes on.
import type { WrapUpView } from "~/api/generated/bindings";

export function hasBegun(form: WrapUpView): boolean {
  return form.state.is !== "not_begun";
}
