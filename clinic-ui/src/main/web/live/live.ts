// One WebSocket for state and commands. A snapshot replaces all; what is older than STALE_MS is no
// longer shown as alive. STOP goes by the socket, by HTTP too when that does not answer at once, and
// is repeated until the service has taken it.

import type { Refusal } from "../text/refusals.ts";
import type { Snapshot } from "./station.ts";

/** Older than this, data is old: the heartbeat comes each second. */
export const STALE_MS = 2500;

const LOGIN_ENDED = 4401;
const RECONNECT_MS = 500;
const ANSWER_MS_MOST = 20_000;
const STOP_BY_HTTP_AFTER_MS = 150;
const STOP_AGAIN_MS = 300;
const STOP_TRIES_MOST = 30;

/** What became of a command. */
export type Reply =
  | { status: 200; phase: string }
  | { status: 403 | 409 | 503; refusal: Refusal }
  | { status: 0 };

interface Waiting {
  text: string;
  since: number;
  done: (reply: Reply) => void;
}

/** The line to the service. */
export class Live {
  snapshot: Snapshot | null = null;
  loginEnded = false;
  #socket: WebSocket | null = null;
  #heardAt = 0;
  #wanted = false;
  #told: () => void;
  #waiting = new Map<string, Waiting>();
  #stopsTaken = 0;

  constructor(told: () => void) {
    this.#told = told;
  }

  /** Connects, and again whenever the line is lost, until closed. */
  open(): void {
    this.#wanted = true;
    this.loginEnded = false;
    this.#connect();
  }

  close(): void {
    this.#wanted = false;
    this.#socket?.close();
    this.#socket = null;
  }

  /** Milliseconds since the last word of the service; what was never heard is endlessly old. */
  age(now: number): number {
    return this.#heardAt === 0 ? Infinity : now - this.#heardAt;
  }

  /** Whether what is shown may no longer be true. */
  stale(now: number): boolean {
    return this.age(now) > STALE_MS || this.#socket?.readyState !== WebSocket.OPEN;
  }

  #connect(): void {
    if (!this.#wanted || this.#socket !== null) {
      return;
    }
    const socket = new WebSocket(location.origin.replace(/^http/, "ws") + "/api/live");
    this.#socket = socket;
    socket.onmessage = (event) => this.#heard(socket, String(event.data));
    socket.onopen = () => this.#sendAgain();
    socket.onclose = (event) => this.#closed(socket, event.code);
  }

  #closed(socket: WebSocket, code: number): void {
    if (this.#socket !== socket) {
      return;
    }
    this.#socket = null;
    if (code === LOGIN_ENDED) {
      this.#wanted = false;
      this.loginEnded = true;
    }
    this.#told();
    setTimeout(() => this.#connect(), RECONNECT_MS);
  }

  #heard(socket: WebSocket, text: string): void {
    if (this.#socket !== socket) {
      return;
    }
    const message = JSON.parse(text);
    if (message.full === true) {
      this.#heardAt = performance.now();
      this.snapshot = message as Snapshot;
    } else if (message.reply === "stop") {
      this.#stopsTaken++;
    } else if (typeof message.reply === "string") {
      const waiting = this.#waiting.get(message.reply);
      this.#waiting.delete(message.reply);
      waiting?.done(message as Reply);
    }
    this.#told();
  }

  /** The same bytes again: the service gives the same answer and does nothing twice. */
  #sendAgain(): void {
    for (const waiting of this.#waiting.values()) {
      this.#socket?.send(waiting.text);
    }
  }

  /** A step of a visit; the id is made once, by the hand that tapped. */
  command(id: string, step: string, fields: Record<string, unknown>): Promise<Reply> {
    const text = JSON.stringify({ do: step, id, ...fields });
    return new Promise((resolve) => {
      const done = (reply: Reply) => {
        clearTimeout(limit);
        resolve(reply);
      };
      const limit = setTimeout(() => {
        this.#waiting.delete(id);
        resolve({ status: 0 });
      }, ANSWER_MS_MOST);
      this.#waiting.set(id, { text, since: performance.now(), done });
      if (this.#socket?.readyState === WebSocket.OPEN) {
        this.#socket.send(text);
      }
    });
  }

  /** STOP by every way there is. */
  stop(station: string): void {
    const open = this.#socket?.readyState === WebSocket.OPEN;
    if (open) {
      this.#socket?.send(JSON.stringify({ do: "stop", station }));
    }
    const taken = this.#stopsTaken;
    setTimeout(() => {
      if (this.#stopsTaken === taken) {
        this.#stopByHttp(station, taken, STOP_TRIES_MOST);
      }
    }, open ? STOP_BY_HTTP_AFTER_MS : 0);
  }

  #stopByHttp(station: string, taken: number, tries: number): void {
    fetch("/api/stations/" + encodeURIComponent(station) + "/stop", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"cause":"STOP pressed"}',
      keepalive: true,
      signal: AbortSignal.timeout(2000),
    })
      .then((answer) => answer.ok || Promise.reject(answer.status))
      .catch(() => {
        if (tries > 1 && this.#stopsTaken === taken) {
          setTimeout(() => this.#stopByHttp(station, taken, tries - 1), STOP_AGAIN_MS);
        }
      });
  }
}
