// Makes an `ApiError` of whatever a host was rejected with, so that everything above handles one shape.
import type { ApiError } from "./generated/bindings";

export function isApiError(value: unknown): value is ApiError {
  return typeof value === "object" && value !== null && typeof (value as ApiError).code === "string";
}

/** The host itself did not answer: the desk's program is gone, or its port is closed. */
export function hostGone(detail: unknown): ApiError {
  return {
    code: "connection_lost",
    subject: null,
    detail: detail instanceof Error ? detail.message : typeof detail === "string" ? detail : null,
  };
}

export function toApiError(value: unknown): ApiError {
  return isApiError(value) ? value : hostGone(value);
}

export function sameError(one: ApiError, other: ApiError): boolean {
  return one.code === other.code && one.subject === other.subject && one.detail === other.detail;
}
