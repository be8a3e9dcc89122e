package dev.vidiexport.sinks.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Each check that the browser makes of a page can fail, and passes on a page without a fault. */
@ExtendWith(BrowserExtension.class)
class BrowserTest {
  private static final String POLICY =
      "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'none'\">";

  @TempDir private Path folder;

  @Test
  void findsNothingWrongWithAPageThatIsRight(Browser browser) throws Exception {
    browser.open(page(POLICY, "<h1>Watchers</h1><p>Grüße an 14 screens</p>"));

    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).hasSize(1).first().asString().startsWith("file:///");
    assertThat(browser.violations()).isEmpty();
    assertThat(browser.overflow()).isEmpty();
    assertThat(browser.cutLabels()).isEmpty();
    assertThat(browser.crowdedLabels()).isEmpty();
    assertThat(browser.texts("p")).containsExactly("Grüße an 14 screens");
  }

  @Test
  void hearsWhatIsSaidOnTheConsole(Browser browser) throws Exception {
    browser.open(
        page(
            "",
            "<h1>Loud</h1><script>console.debug('a'); console.log('b', 1); console.warn('c');"
                + "console.error('d'); throw new Error('e')</script>"));

    assertThat(browser.console())
        .satisfiesExactly(
            message -> assertThat(message).startsWith("DEBUG file:///").endsWith("\"a\""),
            message -> assertThat(message).startsWith("INFO file:///").endsWith("\"b\" 1"),
            message -> assertThat(message).startsWith("WARNING file:///").endsWith("\"c\""),
            message -> assertThat(message).startsWith("SEVERE file:///").endsWith("\"d\""),
            message -> assertThat(message).startsWith("SEVERE file:///").contains("Error: e"));
  }

  @Test
  void hearsWhatAPolicyForbids(Browser browser) throws Exception {
    browser.open(page(POLICY, "<h1 style='color: red'>Red</h1><script>alert()</script>"));

    assertThat(browser.console())
        .hasSize(2)
        .allSatisfy(message -> assertThat(message).contains("Content Security Policy"));
  }

  @Test
  void seesEveryRequest(Browser browser) throws Exception {
    browser.open(
        page(
            "<link rel=stylesheet href='https://styles.invalid/a.css'>",
            "<h1>Calls out</h1><img alt='' src='https://images.invalid/b.png'>"
                + "<img alt='' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"
                + "<script>fetch('https://calls.invalid/c').catch(() => {})</script>"));

    assertThat(browser.requests())
        .hasSize(4)
        .contains(
            "https://styles.invalid/a.css",
            "https://images.invalid/b.png",
            "https://calls.invalid/c");
  }

  @Test
  void seesWhatIsAskedForLater(Browser browser) throws Exception {
    browser.open(
        page(
            "",
            "<h1>Waits</h1><button onclick=\"new Image().src = 'https://late.invalid/'\">"
                + "Call</button>"));
    assertThat(browser.requests()).hasSize(1);

    browser.click("button");

    assertThat(browser.requests()).hasSize(2).contains("https://late.invalid/");
  }

  @Test
  void forgetsThePageBefore(Browser browser) throws Exception {
    browser.open(
        page("", "<img src='https://images.invalid/b.png'><script>console.log(1)</script>"));

    browser.open(page("", "<h1>Quiet</h1>"));

    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).hasSize(1);
  }

  @Test
  void findsWhatIsNotForEverybody(Browser browser) throws Exception {
    browser.open(
        page(
            POLICY,
            "<h1>Not for everybody</h1><p><button></button></p>"
                + "<p><font color='#dddddd'>Pale</font></p>"));

    List<String> violations = browser.violations();

    assertThat(violations)
        .satisfiesExactlyInAnyOrder(
            violation ->
                assertThat(violation)
                    .startsWith("button-name (critical): ")
                    .contains("button: <button></button>"),
            violation -> assertThat(violation).startsWith("color-contrast (serious): "));
    assertThat(browser.console()).as("what axe-core does is not the page's doing").isEmpty();
  }

  @Test
  void findsWhatIsWiderThanATelephone(Browser browser) throws Exception {
    browser.open(
        page(
            "<style>.wide { width: 600px } .scrolls { overflow-x: auto }"
                + ".left { position: relative; left: -20px }"
                + ".heard { position: absolute; left: -999px }</style>",
            "<h1>Wide</h1><div class=wide data-chart=days>600</div>"
                + "<p class=heard>Only heard</p><p class=left>Beginning</p>"
                + "<div class=scrolls><p class=wide>600, but it scrolls</p></div>"));
    assertThat(browser.overflow())
        .as("on a desk")
        .containsExactly("p.left goes from -12 to 1252 of 1280");

    browser.resize(Viewport.PHONE);

    assertThat(browser.overflow())
        .containsExactly(
            "the page is 608 wide, and the window 390",
            "div.wide[data-chart=\"days\"] goes from 8 to 608 of 390",
            "p.left goes from -12 to 362 of 390");
  }

  @Test
  void hasWindowsOfTheSizesThatWereAskedFor(Browser browser) throws Exception {
    String size = "return innerWidth + ' × ' + innerHeight";
    browser.open(page("", "<h1>Window</h1>"));

    assertThat(browser.run(size)).isEqualTo("1280 × 900");
    browser.resize(Viewport.PHONE);
    assertThat(browser.run(size)).isEqualTo("390 × 844");
  }

  @Test
  void findsLabelsThatAreCut(Browser browser) throws Exception {
    browser.open(
        page(
            "",
            "<h1>Cut</h1><figure data-chart=week><svg width=100 height=50 viewBox='0 0 100 50'>"
                + "<text x=5 y=25>fits</text><text x=80 y=25>Saturday</text></svg></figure>"));

    assertThat(browser.cutLabels())
        .singleElement()
        .asString()
        .matches("\"Saturday\" reaches [0-9]+ beyond week");
  }

  @Test
  void findsLabelsThatLieOnEachOther(Browser browser) throws Exception {
    browser.open(
        page(
            "",
            "<h1>Crowded</h1><figure data-chart=people><svg width=300 height=60>"
                + "<text x=5 y=20>age</text><text x=8 y=27>unknown</text>"
                + "<text x=100 y=20>one line</text><text x=100 y=37>and another</text>"
                + "<text x=200 y=20>beside</text><text x=260 y=20>it</text></svg></figure>"));

    assertThat(browser.crowdedLabels()).containsExactly("\"age\" lies on \"unknown\" in people");
  }

  @Test
  void prefersColours(Browser browser) throws Exception {
    String isDark = "return matchMedia('(prefers-color-scheme: dark)').matches";
    browser.open(page("", "<h1>Colours</h1>"));

    assertThat(browser.run(isDark)).isEqualTo(false);
    browser.prefer(ColourScheme.DARK);
    assertThat(browser.run(isDark)).isEqualTo(true);
  }

  @Test
  void livesElsewhere(Browser browser) throws Exception {
    String here =
        "return [(1234.5).toLocaleString(), new Date('2024-07-01').getTimezoneOffset()].join(' ')";
    browser.open(page("", "<h1>Elsewhere</h1>"));

    browser.liveIn(Locale.GERMANY, ZoneId.of("Asia/Kathmandu"));
    assertThat(browser.run(here)).isEqualTo("1.234,5 -345");

    browser.reset();
    assertThat(browser.run(here)).asString().startsWith("1,234.5 ").isNotEqualTo("1,234.5 -345");
  }

  @Test
  void readsPagesWithoutTheirScripts(Browser browser) throws Exception {
    Path page = page("", "<h1>Before</h1><script>document.body.textContent = 'After'</script>");

    browser.allowScripts(false);
    browser.open(page);
    assertThat(browser.texts("body")).containsExactly("Before");

    browser.allowScripts(true);
    browser.open(page);
    assertThat(browser.texts("body")).containsExactly("After");
  }

  @Test
  void printsOnA4(Browser browser) throws Exception {
    browser.open(
        page(
            "<style>@page { margin: 12mm; @bottom-right { content: counter(page) '/' counter(pages) } }"
                + "@media print { h2 { break-before: page } .screen { display: none } }</style>",
            "<h1>Findings</h1><p class=screen>Open the table</p><h2>Details</h2>"));

    Printout printout = browser.print();

    assertThat(printout.sheets())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("Findings").endsWith("1/2"),
            second -> assertThat(second).startsWith("Details").endsWith("2/2"));
    Path file = folder.resolve("printed.pdf");
    printout.save(file);
    assertThat(Files.readAllBytes(file)).startsWith("%PDF-".getBytes("US-ASCII"));
  }

  @Test
  void laysOutOnTheScreenWhatIsPrinted(Browser browser) throws Exception {
    browser.open(
        page(
            "<style>@media print { .screen { display: none } }</style>",
            "<h1>Printed</h1><p class=screen>Open</p><p id=told></p>"
                + "<script>addEventListener('beforeprint', () => told.textContent = 'told')"
                + "</script>"));
    assertThat(browser.shows(".screen")).isTrue();

    browser.layOutAsPrinted();

    assertThat(browser.shows(".screen")).isFalse();
    assertThat(browser.texts("#told")).containsExactly("told");
    assertThat(browser.run("return innerWidth")).isEqualTo(703L);
  }

  @Test
  void usesAPageAsAPersonDoes(Browser browser) throws Exception {
    browser.open(
        page(
            "<style>em { visibility: hidden } i:hover + em { visibility: visible }</style>",
            "<h1>Use</h1><details><summary>More</summary><p>Table</p></details>"
                + "<i>Point here</i><em>Pointed</em>"
                + "<svg><text data-value=7>seven</text><text>none</text></svg>"));

    assertThat(browser.shows("details p")).isFalse();
    browser.press(Keys.TAB, Keys.ENTER);
    assertThat(browser.shows("details p")).isTrue();
    browser.click("summary");
    assertThat(browser.shows("details p")).isFalse();
    assertThat(browser.shows("em")).isFalse();
    browser.hover("i");
    assertThat(browser.shows("em")).isTrue();
    assertThat(browser.count("svg text")).isEqualTo(2);
    assertThat(browser.texts("svg text")).containsExactly("seven", "none");
    assertThat(browser.attributes("svg text", "data-value")).containsExactly("7");
    assertThat(browser.shows("table")).isFalse();
    assertThat(browser.run("return [1, null, 'a'].filter(each => each)"))
        .asInstanceOf(list(Object.class))
        .containsExactly(1L, "a");
  }

  @Test
  void isAsNewBeforeEachTest(Browser browser) throws Exception {
    browser.open(page("", "<h1>Used</h1><script>console.log(1)</script>"));
    browser.resize(Viewport.PHONE);
    browser.prefer(ColourScheme.DARK);
    browser.layOutAsPrinted();
    browser.allowScripts(false);

    browser.reset();

    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).isEmpty();
    assertThat(
            browser.run(
                "return [location.href, innerWidth, matchMedia('print').matches,"
                    + "matchMedia('(prefers-color-scheme: dark)').matches].join()"))
        .isEqualTo("about:blank,1280,false,false");
  }

  @Test
  void takesPicturesOfWholePages(Browser browser) throws Exception {
    browser.open(page("<style>h1 { height: 2000px }</style>", "<h1>Tall</h1>"));
    Path picture = folder.resolve("page.png");

    browser.picture(picture);

    byte[] png = Files.readAllBytes(picture);
    int width = ((png[18] & 0xff) << 8) | (png[19] & 0xff);
    int height = ((png[22] & 0xff) << 8) | (png[23] & 0xff);
    assertThat(width).isEqualTo(1280);
    assertThat(height).isGreaterThan(2000);
  }

  private Path page(String head, String body) throws IOException {
    return Files.writeString(
        folder.resolve("page.html"),
        "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Page</title>"
            + head
            + "</head><body><main>"
            + body
            + "</main></body></html>");
  }
}
