package clinic.mmt.dispenser.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A picture in the form that a printer or a screen takes. */
enum LabelForm {
  /** For a screen or an office printer. */
  PNG("image/png") {
    @Override
    byte[] write(LabelPicture picture) {
      return png(picture);
    }
  },
  /** For label printers that speak ZPL II: one graphic field. */
  ZPL("application/zpl") {
    @Override
    byte[] write(LabelPicture picture) {
      byte[] rows = picture.rows();
      return "^XA^PW%d^LL%d^FO0,0^GFA,%d,%d,%d,%s^FS^XZ\n"
          .formatted(
              picture.width(),
              picture.height(),
              rows.length,
              rows.length,
              picture.bytesOfRow(),
              HexFormat.of().withUpperCase().formatHex(rows))
          .getBytes(StandardCharsets.US_ASCII);
    }
  },
  /** For receipt printers that speak ESC/POS: one raster image. */
  ESCPOS("application/octet-stream") {
    @Override
    byte[] write(LabelPicture picture) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(new byte[] {0x1B, '@', 0x1D, 'v', '0', 0});
      low(out, picture.bytesOfRow());
      low(out, picture.height());
      out.writeBytes(picture.rows());
      out.write('\n');
      return out.toByteArray();
    }
  };

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private final String type;

  LabelForm(String type) {
    this.type = type;
  }

  /** The media type. */
  String type() {
    return type;
  }

  /** All bytes to send. */
  abstract byte[] write(LabelPicture picture);

  private static void low(ByteArrayOutputStream out, int number) {
    out.write(number & 0xFF);
    out.write(number >> Byte.SIZE & 0xFF);
  }

  private static byte[] png(LabelPicture picture) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    // One bit of grey, no interlace.
    chunk(
        out,
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(picture.width())
            .putInt(picture.height())
            .put(new byte[] {1, 0, 0, 0, 0})
            .array());
    chunk(out, "IDAT", deflated(grey(picture)));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** Rows with the filter byte before each, and 1 for white. */
  private static byte[] grey(LabelPicture picture) {
    byte[] rows = picture.rows();
    int wide = picture.bytesOfRow();
    ByteBuffer grey = ByteBuffer.allocate(rows.length + picture.height());
    for (int i = 0; i < rows.length; i++) {
      if (i % wide == 0) {
        grey.put((byte) 0);
      }
      grey.put((byte) ~rows[i]);
    }
    return grey.array();
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] part = new byte[4096];
    while (!deflater.finished()) {
      out.write(part, 0, deflater.deflate(part));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
    byte[] body =
        ByteBuffer.allocate(4 + data.length)
            .put(name.getBytes(StandardCharsets.US_ASCII))
            .put(data)
            .array();
    CRC32 crc = new CRC32();
    crc.update(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
