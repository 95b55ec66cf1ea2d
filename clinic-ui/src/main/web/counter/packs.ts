// By whose orders this site doses, and how old they are. Says nothing of a person.

import type { Language } from "../text/dose-text.ts";
import { say } from "../text/words.ts";

/** The latest order pack of a site, as the service tells it. */
export interface Orders {
  site: string;
  hours: number;
  until: string;
  old: boolean;
}

/** A line of the counter. */
export interface OrdersLine {
  text: string;
  old: boolean;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** Day and time of this screen's own time zone, as 24/11 08:00. */
function moment(iso: string): string {
  const at = new Date(iso);
  return `${two(at.getDate())}/${two(at.getMonth() + 1)} ${two(at.getHours())}:${
    two(at.getMinutes())
  }`;
}

/** One line for each site that orders; none at a site that has orders of its own alone. */
export function orderLines(orders: Orders[], language: Language): OrdersLine[] {
  return orders.map((o) => {
    const hours = say("hoursOld", language).replace("{0}", String(o.hours));
    const age = `${say("ordersFrom", language)} ${o.site}, ${hours}`;
    return {
      text: o.old
        ? `${age}. ${say("ordersOver", language)}`
        : `${age}, ${say("goodUntil", language)} ${moment(o.until)}`,
      old: o.old,
    };
  });
}
