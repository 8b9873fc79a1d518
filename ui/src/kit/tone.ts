// The few meanings that colour has.

export type Tone = "good" | "due" | "late" | "off";
