// A photo made small: PNG of at most 40 kB, as an enrolment takes it. Nothing leaves the browser before.

const BYTES_MOST = 40_000;
const SIZES = [[240, 320], [180, 240], [150, 200], [120, 160], [96, 128]] as const;

/** Base64 of a small PNG, cut to 3:4 in the middle; null when it is no picture or stays too large. */
export async function smallPng(file: Blob): Promise<string | null> {
  const image = await createImageBitmap(file).catch(() => null);
  if (image === null) {
    return null;
  }
  const wide = Math.min(image.width, image.height * 3 / 4);
  const high = wide * 4 / 3;
  for (const [width, height] of SIZES) {
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    canvas.getContext("2d")?.drawImage(
      image,
      (image.width - wide) / 2,
      (image.height - high) / 2,
      wide,
      high,
      0,
      0,
      width,
      height,
    );
    const text = canvas.toDataURL("image/png").replace(/^[^,]*,/, "");
    if (text.length * 3 / 4 <= BYTES_MOST) {
      return text;
    }
  }
  return null;
}
