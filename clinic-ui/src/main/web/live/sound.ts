// Sounds of alarms, made by the browser itself: no files. What sounds is also seen, by colour, shape
// and word; who cannot hear misses nothing.

/** How urgent: five tones, three, none. */
export type Level = "high" | "medium" | "low";

/** Something that stands until its cause is gone. */
export interface Alarm {
  /** The same as long as it is the same alarm; says nothing of a person. */
  id: string;
  level: Level;
  /** Whether it sounds again and again while it stands. */
  again: boolean;
}

/** One tone. */
export interface Tone {
  hertz: number;
  /** From the beginning of the burst. */
  atMillis: number;
  millis: number;
}

const rising = (level: number, count: number, every: number, millis: number): Tone[] =>
  Array.from({ length: count }, (_, i) => ({ hertz: level, atMillis: i * every, millis }));

/** Tones of each level, and of a person who was identified. */
export const BURSTS: Readonly<Record<Level | "match", readonly Tone[]>> = {
  high: rising(988, 5, 220, 140),
  medium: rising(660, 3, 320, 200),
  low: [],
  match: [{ hertz: 659, atMillis: 0, millis: 90 }, { hertz: 880, atMillis: 110, millis: 140 }],
};

const AGAIN_MS: Readonly<Record<Level, number>> = { high: 5000, medium: 20_000, low: Infinity };

/** How long a silence lasts. A new alarm ends it. */
export const SILENCE_MS: Readonly<Record<Level, number>> = {
  high: 30_000,
  medium: 120_000,
  low: 120_000,
};

const RANK: Readonly<Record<Level, number>> = { high: 3, medium: 2, low: 1 };

/** The most urgent of some; null when there is none. */
export function highest(alarms: readonly Alarm[]): Level | null {
  return alarms.reduce<Level | null>(
    (most, a) => most === null || RANK[a.level] > RANK[most] ? a.level : most,
    null,
  );
}

/** When which burst is played. Times in milliseconds. */
export class Bursts {
  #known = new Set<string>();
  #playedAt = -Infinity;
  #silentUntil = -Infinity;

  /** The level to be played now; null for none. */
  due(alarms: readonly Alarm[], now: number): Level | null {
    const fresh = alarms.filter((a) => !this.#known.has(a.id));
    this.#known = new Set(alarms.map((a) => a.id));
    const standing = alarms.filter((a) => a.again);
    const most = highest(standing);
    const come = highest(fresh);
    if (come !== null && BURSTS[come].length > 0) {
      this.#silentUntil = -Infinity;
      return this.#play(highest([...standing, ...fresh]) ?? come, now);
    }
    const again = most !== null && now - this.#playedAt >= AGAIN_MS[most];
    return again && now >= this.#silentUntil ? this.#play(most, now) : null;
  }

  #play(level: Level, now: number): Level {
    this.#playedAt = now;
    return level;
  }

  /** Whether somebody may silence what stands: not while liquid may flow. */
  static silenceable(alarms: readonly Alarm[], flowing: boolean): boolean {
    const most = highest(alarms.filter((a) => a.again));
    return most !== null && BURSTS[most].length > 0 && !(most === "high" && flowing);
  }

  /** Silent for a while: what is seen stays. */
  silence(alarms: readonly Alarm[], flowing: boolean, now: number): void {
    const most = highest(alarms.filter((a) => a.again));
    if (most !== null && Bursts.silenceable(alarms, flowing)) {
      this.#silentUntil = now + SILENCE_MS[most];
    }
  }

  /** Seconds of silence that are left. */
  silentFor(now: number): number {
    return Math.max(0, Math.ceil((this.#silentUntil - now) / 1000));
  }
}

/** Plays tones; silent until somebody has touched the page, as browsers want it. */
export class Speaker {
  #context: AudioContext | null = null;

  /** Somebody touched the page. */
  wake(): void {
    if (this.#context === null && "AudioContext" in globalThis) {
      this.#context = new AudioContext();
    }
    if (this.#context?.state === "suspended") {
      this.#context.resume();
    }
  }

  play(burst: keyof typeof BURSTS): void {
    const context = this.#context;
    if (context === null) {
      return;
    }
    for (const tone of BURSTS[burst]) {
      const from = context.currentTime + tone.atMillis / 1000;
      const to = from + tone.millis / 1000;
      const source = context.createOscillator();
      const loud = context.createGain();
      source.frequency.value = tone.hertz;
      loud.gain.setValueAtTime(0.0001, from);
      loud.gain.exponentialRampToValueAtTime(0.4, from + 0.012);
      loud.gain.setValueAtTime(0.4, to - 0.02);
      loud.gain.exponentialRampToValueAtTime(0.0001, to);
      source.connect(loud).connect(context.destination);
      source.start(from);
      source.stop(to);
    }
  }
}
