package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.importing.Paper;
import clinic.mmt.dispenser.app.journal.Reads;
import io.vertx.core.Vertx;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;

/** The latest checkpoint, to be printed. */
final class WitnessRoutes {

  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; frame-ancestors 'none'"
          .formatted(
              Base64.getEncoder()
                  .encodeToString(HexFormat.of().parseHex(Digests.sha256(Paper.STYLE))));

  private final Vertx vertx;
  private final Clinic clinic;

  WitnessRoutes(Vertx vertx, Clinic clinic) {
    this.vertx = vertx;
    this.clinic = clinic;
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of("checkpoint", this::print);
  }

  private void print(Call call) {
    call.beside(vertx, () -> call.page(clinic.house().journal().look(WitnessRoutes::html), POLICY));
  }

  private static String html(Reads reads) {
    return CheckpointPage.html(
        reads.witness().last(), ZoneId.of(reads.opened().orElseThrow().zone()));
  }
}
