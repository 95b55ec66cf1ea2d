package clinic.mmt.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What the first view loads: little, and from nowhere else. */
class FirstViewIT extends PageTest {

  private static final int BYTES_MOST = 100 * 1024;
  private static final int USABLE_MILLIS = 1000;

  @Test
  void theFirstViewIsSmallAndAllOurOwn() throws IOException {
    try (BrowserContext context =
        browsers().browser().newContext(new Browser.NewContextOptions())) {
      Page page = context.newPage();
      List<Response> loaded = new ArrayList<>();
      page.onResponse(loaded::add);
      page.navigate(house().page());
      page.locator("input[name=login]").waitFor();
      int bytes = 0;
      int files = 0;
      for (Response one : List.copyOf(loaded)) { // a late one may still come
        assertTrue(one.url().startsWith(house().page()), one.url());
        if (!one.url().contains("/api/")) {
          assertTrue(
              one.headers()
                  .getOrDefault("content-security-policy", "")
                  .contains("script-src 'self'"));
          bytes += gzipped(one.body());
          files++;
        }
      }
      System.out.println("first view: " + bytes + " bytes gzip in " + files + " files");
      assertTrue(files >= 3, "the control: page, style and script");
      assertTrue(bytes <= BYTES_MOST, bytes + " bytes");
    }
  }

  private static int gzipped(byte[] body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(body);
    }
    return out.size();
  }

  /**
   * From the address to a field that takes the login, with nothing cached: the middle of three. The
   * page itself marks the moment.
   */
  @Test
  void theFirstViewIsUsableWithinASecond() {
    long[] took = new long[3];
    for (int i = 0; i < took.length; i++) {
      try (BrowserContext context = browsers().browser().newContext()) {
        Page page = context.newPage();
        page.navigate(house().page());
        page.locator("input[name=login]").waitFor();
        took[i] =
            ((Number)
                    page.evaluate(
                        "Math.round(performance.getEntriesByName('usable')[0].startTime)"))
                .longValue();
      }
    }
    java.util.Arrays.sort(took);
    System.out.println("first view usable after " + took[1] + " ms");
    assertTrue(took[1] > 0 && took[1] <= USABLE_MILLIS, took[1] + " ms");
  }

  @Test
  void foreignScriptsDoNotRun() { // the policy holds in the browser
    try (BrowserContext context = browsers().browser().newContext()) {
      Page page = context.newPage();
      page.navigate(house().page());
      page.evaluate(
          "() => { const s = document.createElement('script'); s.textContent = 'window.__ran = 1';"
              + " document.body.append(s); }");
      assertEquals(true, page.evaluate("window.__ran === undefined"));
    }
  }
}
