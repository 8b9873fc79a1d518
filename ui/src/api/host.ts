// What carries a command to the desk and brings its reply back; the screen knows nothing else of the outside.
import type { Commands } from "./generated/bindings";

export type CommandName = keyof Commands;
export type Argument<N extends CommandName> = Commands[N]["argument"];
export type Reply<N extends CommandName> = Commands[N]["reply"];

export interface Host {
  /** Rejects with an `ApiError`, never with anything else. */
  call<N extends CommandName>(name: N, argument: Argument<N>): Promise<Reply<N>>;
}
