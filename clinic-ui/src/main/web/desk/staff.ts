// Who works here, for choices and for names in place of ids.

import { ROLES } from "../text/person-words.ts";
import type { Desk } from "./desk.ts";
import { named } from "./parts.ts";

/** A member of staff; without functions: worked here once. */
export interface Colleague {
  staff: string;
  displayName: string;
  roles: string[];
  login?: string;
}

/** All of them; none while the list is read. */
export function colleagues(desk: Desk): Colleague[] {
  const read = desk.look("/api/staff");
  return read.state === "there" ? read.body.found as Colleague[] : [];
}

/** The name of an id; the id itself where nobody has it. */
export function nameOf(desk: Desk, staff: string): string {
  return colleagues(desk).find((c) => c.staff === staff)?.displayName ?? staff;
}

/** Options of a choice: those who have one of these functions, or any. */
export function staffOptions(desk: Desk, any: readonly string[] = []) {
  return colleagues(desk)
    .filter((c) => c.roles.length > 0 && (any.length === 0 || c.roles.some((r) => any.includes(r))))
    .map((c) => [c.staff, `${c.displayName} – ${functions(c.roles, desk)}`] as const);
}

/** Functions in words. */
export function functions(roles: readonly string[], desk: Desk): string {
  return roles.map((r) => named(ROLES, r, desk.language)).join(", ");
}
