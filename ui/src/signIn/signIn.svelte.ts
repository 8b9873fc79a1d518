// The sign-in form: filled from the settings once, then the agent's.
import type { SessionView, SignIn, SignInDefaults } from "~/api/generated/bindings";

export class SignInForm {
  user = $state("");
  domain = $state("");
  password = $state("");
  useAgentId = $state(true);
  ccmmPassword = $state("");
  agentId = $state("");
  remember = $state(false);
  readonly #defaults: SignInDefaults;

  constructor(defaults: SignInDefaults) {
    this.#defaults = defaults;
    this.user = defaults.user;
    this.domain = defaults.domain;
    this.useAgentId = defaults.use_agent_id_as_ccmm_password;
    this.remember = defaults.remember || defaults.password_remembered;
  }

  /** The keychain's password belongs to the user that the form was filled with. */
  get remembered(): boolean {
    return this.#defaults.password_remembered && this.user.trim() === this.#defaults.user;
  }

  get complete(): boolean {
    const passwords = this.password !== "" || this.remembered;
    return this.user.trim() !== "" && passwords && (this.useAgentId || this.ccmmPassword !== "");
  }

  argument(): SignIn {
    return {
      user: this.user.trim(),
      domain: this.domain.trim(),
      password: this.password === "" ? null : this.password,
      ccmm_password: this.useAgentId ? null : this.ccmmPassword,
      remember: this.remember,
      agent_id: this.agentId.trim() === "" ? null : this.agentId.trim(),
    };
  }
}

/** The field is shown only when it can help. */
export function needsAgentId(session: SessionView): boolean {
  return session.failure?.code === "several_agents";
}
