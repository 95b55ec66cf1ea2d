// Portraits drawn from a number that tells nothing. No real person has such a face; a production
// screen shows the photo of the record instead.

import { svg, type TemplateResult } from "lit";

const SKIN = ["#f0cfae", "#e3b98f", "#d3a075", "#c08a5e", "#f4d9bf"];
const HAIR = ["#1d1a19", "#2b211d", "#3a2c25", "#5d5a58", "#8b8784"];
const SHIRT = ["#35617d", "#5b7a4a", "#7a4a55", "#58507a", "#7d6a35", "#3f7a76", "#6b6b6b"];
const WALL = ["#dfe7ea", "#e8e4d8", "#dde6dc", "#e6dfe6"];

/** Small choices out of one seed, always the same for the same seed. */
function chooser(seed: string): (count: number) => number {
  let state = (Number.parseInt(seed, 16) || 1) >>> 0;
  return (count) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % count;
  };
}

/** A face as SVG, 96 wide and 120 high. */
export function portrait(seed: string, name: string): TemplateResult {
  const pick = chooser(seed);
  const skin = SKIN[pick(SKIN.length)];
  const hair = HAIR[pick(HAIR.length)];
  const shirt = SHIRT[pick(SHIRT.length)];
  const wall = WALL[pick(WALL.length)];
  const wide = 21 + pick(5);
  const high = 27 + pick(4);
  const long = pick(2) === 1;
  const top = 6 + pick(8);
  const parting = pick(3);
  const brow = 1.6 + pick(3) * 0.5;
  const eyes = 8 + pick(3);
  const nose = 4 + pick(4);
  const mouth = 6 + pick(4);
  const smile = pick(4);
  const glasses = pick(4) === 0;
  const moustache = !long && pick(5) === 0;
  const fringe = [
    `M${48 - wide} 50 Q${48 - wide} ${22 - top / 2} 48 ${20 - top / 2} Q${48 + wide} ${22 - top / 2} ${48 + wide} 50 Q${44 + wide} 36 48 34 Q${52 - wide} 36 ${48 - wide} 50Z`,
    `M${48 - wide} 52 Q${46 - wide} 18 52 ${20 - top / 2} Q${50 + wide} 20 ${48 + wide} 50 Q${46 + wide} 40 ${40 + wide} 36 Q48 44 ${48 - wide} 40Z`,
    `M${48 - wide} 48 Q${46 - wide} 16 48 ${19 - top / 2} Q${50 + wide} 16 ${48 + wide} 48 L${45 + wide} 38 Q48 30 ${51 - wide} 38Z`,
  ][parting];
  return svg`<svg class="portrait" viewBox="0 0 96 120" role="img" aria-label=${name} preserveAspectRatio="xMidYMid slice">
    <rect width="96" height="120" fill=${wall} />
    ${long ? svg`<path d="M${46 - wide} 50 Q${42 - wide} 96 ${40 - wide / 2} 104 H${56 + wide / 2} Q${54 + wide} 96 ${50 + wide} 50 Q48 6 ${46 - wide} 50Z" fill=${hair} />` : svg``}
    <path d="M8 124 Q12 94 38 90 L58 90 Q84 94 88 124Z" fill=${shirt} />
    <path d="M39 76 H57 V92 Q48 101 39 92Z" fill=${skin} />
    <path d="M39 84 Q48 91 57 84 V88 Q48 95 39 88Z" fill="#00000022" />
    <ellipse cx=${48 - wide} cy="56" rx="4" ry="6" fill=${skin} />
    <ellipse cx=${48 + wide} cy="56" rx="4" ry="6" fill=${skin} />
    <ellipse cx="48" cy="46" rx=${wide + 1.5} ry=${high - 4} fill=${hair} />
    <ellipse cx="48" cy="55" rx=${wide} ry=${high - 1} fill=${skin} />
    <path d=${fringe} fill=${hair} />
    <g fill="#231c19">
      <ellipse cx=${48 - eyes} cy="54" rx="2.5" ry="2.1" />
      <ellipse cx=${48 + eyes} cy="54" rx="2.5" ry="2.1" />
    </g>
    <g stroke=${hair} stroke-width=${brow} stroke-linecap="round" fill="none">
      <path d="M${48 - eyes - 4} 48 Q${48 - eyes} 45.5 ${48 - eyes + 4} 47.5" />
      <path d="M${48 + eyes - 4} 47.5 Q${48 + eyes} 45.5 ${48 + eyes + 4} 48" />
    </g>
    <path d="M48 56 q${nose / 2} ${nose} 0 ${nose + 2} q-2 .8 -3 0" stroke="#00000055" stroke-width="1.3" fill="none" />
    <path d="M${48 - mouth} 72 Q48 ${72 + smile} ${48 + mouth} 72" stroke="#8a4a40" stroke-width="2.2" fill="none" stroke-linecap="round" />
    ${moustache ? svg`<path d="M${47 - mouth} 69 Q48 65 ${49 + mouth} 69" stroke=${hair} stroke-width="2.4" fill="none" stroke-linecap="round" />` : svg``}
    ${glasses
      ? svg`<g stroke="#333" stroke-width="1.4" fill="#ffffff30">
          <rect x=${48 - eyes - 6} y="49.5" width="12" height="9.5" rx="3" /><rect x=${48 + eyes - 6} y="49.5" width="12" height="9.5" rx="3" />
          <path d="M${48 - eyes + 6} 53 H${48 + eyes - 6}" /></g>`
      : svg``}
  </svg>`;
}
