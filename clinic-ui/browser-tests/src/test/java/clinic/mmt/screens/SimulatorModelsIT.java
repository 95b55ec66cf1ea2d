package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The simulators' panel with a device of every model, in a demo of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatorModelsIT {

  private static final Set<String> MODELS =
      Set.of(
          "new-era",
          "reglo-icc",
          "cavro-oem",
          "cavro-dt",
          "ezo-pmp",
          "mt-sics",
          "sartorius-sbi",
          "and-standard",
          "ohaus",
          "comma-stream",
          "yaohua",
          "zfm-20",
          "r503",
          "rdm6300",
          "id-12la",
          "pn532",
          "qr-cdc");

  /** Chooses each kind, lets the page draw its fields, and presses the button. */
  private static final String SET_EACH =
      """
      async (kinds) => {
        const choice = document.querySelector('form.fault select');
        for (const kind of kinds) {
          choice.value = kind;
          choice.dispatchEvent(new Event('change', {bubbles: true}));
          await document.querySelector('mmt-sim').updateComplete;
          document.querySelector('form.fault .strong').click();
          await new Promise((r) => setTimeout(r, 20));
        }
      }
      """;

  @SuppressWarnings("NullAway.Init")
  private Browsers browsers;

  @SuppressWarnings("NullAway.Init")
  private House house;

  @BeforeAll
  void open() throws Exception {
    browsers = Browsers.open();
    house = House.open(1, "--all-models");
  }

  @AfterAll
  void close() {
    house.close();
    browsers.close();
  }

  private Page panel(Counter c) {
    c.logIn("lan");
    Page sim = c.context.newPage();
    sim.navigate(house.page() + "sim");
    assertThat(sim.locator(".device-panel")).isVisible();
    return sim;
  }

  private JsonArray devices() throws IOException {
    return house.sim("GET", "/devices", "").getAsJsonArray();
  }

  private static void show(Page sim, JsonObject device) {
    sim.locator("[data-station=" + device.get("station").getAsString() + "]").click();
    Locator tab = sim.locator("[data-device=" + device.get("name").getAsString() + "]");
    tab.click();
    assertThat(tab).hasAttribute("aria-pressed", "true");
  }

  /** Readers say nothing until somebody comes. */
  private static void approach(Page sim, String kind) {
    switch (kind) {
      case "token" -> sim.locator("[data-word=presentCard]").click();
      case "scanner" -> sim.locator("[data-word=scanQr]").click();
      default -> {}
    }
  }

  @Test
  void eachModelShowsItsBytesWithTheirMeaningAndItsOwnFaults() throws Exception {
    Set<String> seen = new TreeSet<>();
    try (Counter c = Counter.open(browsers.browser(), house, "vi")) {
      Page sim = panel(c);
      for (JsonElement each : devices()) {
        JsonObject device = each.getAsJsonObject();
        String model = device.get("model").getAsString();
        if (seen.add(model)) {
          show(sim, device);
          approach(sim, device.get("kind").getAsString());
          Locator rows = sim.locator(".frames").first().locator("tbody tr[class]");
          assertThat(rows.first()).isVisible();
          for (Locator row : rows.all().subList(0, Math.min(5, rows.count()))) {
            assertThat(row.locator("td").nth(1)).containsText(Pattern.compile("tới máy|từ máy"));
            assertThat(row.locator("code")).containsText(Pattern.compile("^[0-9A-F]{2}"));
            assertThat(row.locator("td").nth(3)).not().isEmpty();
          }
          everyFaultIsSet(sim, device);
          Counter.shot(sim, "simulator-" + model);
        }
      }
    }
    assertEquals(new TreeSet<>(MODELS), seen);
  }

  /** By the form: chosen, set, told in Vietnamese with its value, cleared. */
  private void everyFaultIsSet(Page sim, JsonObject device) throws IOException {
    String name = device.get("name").getAsString();
    Locator choice = sim.locator("form.fault select");
    assertThat(choice.locator("option").nth(8)).isAttached();
    List<String> kinds = new ArrayList<>();
    for (Locator option : choice.locator("option").all()) {
      String kind = String.valueOf(option.getAttribute("value"));
      assertTrue(!option.innerText().equals(kind), kind + " is told in Vietnamese");
      kinds.add(kind);
    }
    sim.locator("form.fault input[type=checkbox]").uncheck();
    choice.selectOption(kinds.getFirst().equals("unplug") ? kinds.get(1) : kinds.getFirst());
    sim.locator("form.fault .strong").click(); // by hand once; the rest as quickly as the page can
    assertThat(sim.locator(".set-faults")).isAttached();
    sim.evaluate(SET_EACH, kinds.stream().filter(kind -> !kind.equals("unplug")).toList());
    String set = house.sim("GET", "/devices/" + name + "/faults", "").toString();
    for (int tries = 0; tries < 50 && count(set) < kinds.size() - 1; tries++) {
      sim.waitForTimeout(100);
      set = house.sim("GET", "/devices/" + name + "/faults", "").toString();
    }
    assertEquals(kinds.size() - 1, count(set), set);
    assertThat(sim.locator(".said")).not().containsText("▲");
    sim.locator("[data-word=clearFaults]").click();
    assertThat(sim.locator(".set-faults")).hasCount(0);
    sim.locator("form.fault input[type=checkbox]").check();
  }

  private static int count(String faults) {
    return faults.split("\"kind\"", -1).length - 1;
  }

  @Test
  void tubesAreCrossedAndWhatFellIsShownAtBothStations() throws Exception {
    try (Counter c = Counter.open(browsers.browser(), house, "vi")) {
      Page sim = panel(c);
      sim.locator("[data-station=s4]").click();
      sim.locator("[data-over=s5]").click();
      assertThat(sim.locator(".spout")).containsText("ống bị lẫn");
      sim.locator("[data-device=pump-4]").click();
      house.sim("POST", "/stations/s4/cup", "{\"act\":\"put\"}");
      house.sim(
          "POST",
          "/devices/pump-4/faults",
          "{\"kind\":\"slow-leak\",\"microlitresPerSecond\":2000}");
      Locator out = sim.locator("[data-of=crossedOutMicrolitres]");
      assertThat(out).not().hasText("0\u00a0mL");
      assertThat(sim.locator(".balance")).containsText("Tổng nơi có = tổng đã vào");
      house.sim("DELETE", "/devices/pump-4/faults", "");
      Counter.shot(sim, "simulators-crossed");
      sim.locator("[data-station=s5]").click();
      assertThat(sim.locator("[data-of=crossedInMicrolitres]")).not().hasText("0\u00a0mL");
      assertThat(sim.locator("[data-of=crossedOutMicrolitres]")).hasText("0\u00a0mL");
      sim.locator("[data-station=s4]").click();
      sim.locator("[data-word=spoutHome]").click();
      assertThat(sim.locator(".spout")).not().containsText("ống bị lẫn");
    }
  }

  @Test
  void eventsAreShownFilteredAndHeld() throws Exception {
    try (Counter c = Counter.open(browsers.browser(), house, "en")) {
      Page sim = panel(c);
      Locator rows = sim.locator(".events tbody tr");
      assertThat(rows.nth(4)).isVisible();
      house.sim("POST", "/devices/card-4/cable", "{\"act\":\"unplug\"}");
      sim.locator(".events input[type=search]").fill("states/devices s4-token");
      assertThat(rows.first()).containsText("states/devices/s4/s4-token");
      assertThat(sim.locator(".events tbody")).not().containsText("facts/");
      house.sim("POST", "/devices/card-4/cable", "{\"act\":\"plug\"}");
      sim.locator(".events input[type=search]").fill("");
      assertThat(sim.locator(".events tbody")).containsText("facts/");
      sim.locator(".events [data-word=freeze]").click();
      String held = sim.locator(".events tbody").innerText();
      house.sim("POST", "/devices/card-5/cable", "{\"act\":\"unplug\"}");
      sim.waitForTimeout(2500);
      assertEquals(held, sim.locator(".events tbody").innerText(), "nothing scrolls");
      sim.locator(".events [data-word=resume]").click();
      assertThat(sim.locator(".events tbody")).containsText("device s5-token");
      house.sim("POST", "/devices/card-5/cable", "{\"act\":\"plug\"}");
    }
  }

  @Test
  void everyViewIsAccessibleAtTheTableAndUpright() throws Exception {
    try (Counter c = Counter.open(browsers.browser(), house, "vi")) {
      Page sim = panel(c);
      assertThat(sim.locator(".frames").first().locator("tbody tr").nth(3)).isVisible();
      for (int[] size : new int[][] {{1280, 800}, {800, 1280}}) {
        sim.setViewportSize(size[0], size[1]);
        for (String language : List.of("vi", "en")) {
          sim.locator(".language button[lang=" + language + "]").click();
          assertThat(sim.locator(".band"))
              .containsText(language.equals("vi") ? "MÔ PHỎNG" : "SIMULATED");
          assertEquals(List.of(), Axe.violations(sim));
          Object wide = sim.evaluate("document.documentElement.scrollWidth > innerWidth");
          assertEquals(false, wide, "nothing runs over at " + size[0]);
          Counter.shot(sim, "simulators-" + language + "-" + size[0]);
        }
      }
    }
  }
}
