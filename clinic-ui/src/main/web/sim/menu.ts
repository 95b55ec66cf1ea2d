// The fault menu of the simulators, as docs/simulators/README.md has it. A browser test asks the
// simulators whether each of them is known.

import type { Device } from "../live/station.ts";

/** A fault, with its parameter and usual value where it has one. */
export interface Fault {
  kind: string;
  parameter?: string;
  usual?: number;
}

const LINE: readonly Fault[] = [
  { kind: "no-answer" },
  { kind: "late-answer", parameter: "milliseconds", usual: 1500 },
  { kind: "truncate", parameter: "atByte", usual: 3 },
  { kind: "bad-checksum" },
  { kind: "noise", parameter: "bytes", usual: 3 },
  { kind: "glued" },
  { kind: "split" },
  { kind: "duplicate-reply" },
  { kind: "unplug", parameter: "atByte", usual: 3 },
];

/** What each kind of device can do wrong. */
export const MENU: Readonly<Record<Device["kind"], readonly Fault[]>> = {
  pump: [
    { kind: "stall", parameter: "atMicrolitres", usual: 2000 },
    { kind: "over-pour", parameter: "factor", usual: 1.1 },
    { kind: "ignore-stop" },
    { kind: "air", parameter: "atMicrolitres", usual: 2000 },
    { kind: "slow-leak", parameter: "microlitresPerSecond", usual: 20 },
    { kind: "bottle-empty", parameter: "atMicrolitres", usual: 2000 },
    { kind: "stop-short", parameter: "atMicrolitres", usual: 2000 },
    { kind: "pump-error", parameter: "code", usual: 1 },
    { kind: "news-in-answer" },
    { kind: "wrong-address" },
    ...LINE,
  ],
  scale: [
    { kind: "stuck-weight" },
    { kind: "unstable" },
    { kind: "drift", parameter: "microgramsPerSecond", usual: 20_000 },
    { kind: "overload" },
    { kind: "scale-error", parameter: "code", usual: 11 },
    ...LINE,
  ],
  fingerprint: [
    { kind: "dry" },
    { kind: "wet" },
    { kind: "false-mismatch" },
    { kind: "false-match" },
    { kind: "template-refused" },
    { kind: "wrong-address" },
    ...LINE,
  ],
  token: [{ kind: "two-cards" }, ...LINE],
  scanner: [{ kind: "not-utf8" }, { kind: "no-suffix" }, ...LINE],
};
