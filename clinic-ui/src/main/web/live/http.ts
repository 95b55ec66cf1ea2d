// The HTTP interface: an answer, or the refusal as the service words it.

import type { Refusal } from "../text/refusals.ts";

/** An answer with its body. */
// deno-lint-ignore no-explicit-any
export type Answer = { ok: true; body: any } | { ok: false; status: number; refusal: Refusal };

/** Nothing was answered. */
export const GONE: Refusal = {
  code: "no-answer-of-the-service",
  rule: "",
  text: "The service does not answer.",
  liftedBy: "wait, then try again",
};

/** Asks the service; never throws. */
export async function ask(method: string, path: string, body?: unknown): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    const said = await response.json().catch(() => ({}));
    return response.ok
      ? { ok: true, body: said }
      : { ok: false, status: response.status, refusal: { ...GONE, ...said } };
  } catch {
    return { ok: false, status: 0, refusal: GONE };
  }
}
