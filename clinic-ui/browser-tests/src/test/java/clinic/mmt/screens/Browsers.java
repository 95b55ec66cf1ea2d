package clinic.mmt.screens;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real Chromium, one for all classes of a run; each page has a context of its own. Where there is
 * none the tests are skipped, or fail if it is required.
 */
final class Browsers implements AutoCloseable {

  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private static @Nullable Browsers shared;

  private final Browser browser;

  private Browsers(Browser browser) {
    this.browser = browser;
  }

  static synchronized Browsers open() {
    Browsers browsers = shared;
    if (browsers == null) {
      browsers = start();
      shared = browsers;
    }
    return browsers;
  }

  private static Browsers start() {
    Optional<Path> found =
        Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty() && Boolean.getBoolean("ui.requireBrowser")) {
      throw new IllegalStateException("no Chromium and ui.requireBrowser is set");
    }
    assumeTrue(
        found.isPresent(), "no Chromium here: browser tests are skipped; apt-get install chromium");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(found.get())
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
    return new Browsers(browser);
  }

  Browser browser() {
    return browser;
  }

  /** Gives it back, and whatever its pages left open; it goes on for the next class. */
  @Override
  public void close() {
    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
  }
}
