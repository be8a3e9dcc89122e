package dev.vidiexport.sinks.browser;

import dev.vidiexport.domain.testing.MachineRequirements;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.interactions.Actions;

/**
 * A real browser, for tests of pages: {@link BrowserExtension} hands it to them. It opens files and
 * notes what they say and ask for; nothing that a page asks for reaches another machine. Not for
 * use by several threads.
 */
public final class Browser implements AutoCloseable {
  /** For a page of the largest report on a slow machine. */
  private static final Duration LONGEST_SCRIPT = Duration.ofMinutes(2);

  /** Screens show what is for screens, and paper what is for paper. */
  private static final String AS_IT_IS = "";

  private static final double A4_WIDTH_INCHES = 8.27;
  private static final double A4_HEIGHT_INCHES = 11.69;

  private final ScratchFolder folder;
  private final ChromiumSession session;
  private final PageLog log;
  private ColourScheme scheme = ColourScheme.LIGHT;
  private String medium = AS_IT_IS;
  private Viewport viewport = Viewport.DESK;
  private boolean scripts = true;

  private Browser(ScratchFolder folder, ChromiumSession session) {
    this.folder = folder;
    this.session = session;
    this.log = new PageLog(session);
  }

  /**
   * Starts one with an empty profile. Where the machine has none, the test is skipped, or fails
   * where CI runs.
   */
  public static Browser start() {
    MachineRequirements.must(
        "open pages in a browser: install chromium and chromium-driver",
        "test",
        "-x",
        ChromiumSession.BROWSER.getPath(),
        "-a",
        "-x",
        ChromiumSession.DRIVER.getPath());
    ScratchFolder folder = new ScratchFolder();
    try {
      ChromiumSession session = new ChromiumSession(folder.path());
      session.manage().timeouts().scriptTimeout(LONGEST_SCRIPT);
      Browser browser = new Browser(folder, session);
      browser.reset();
      return browser;
    } catch (WebDriverException unstarted) {
      folder.close();
      throw unstarted;
    }
  }

  /** Goes back to an empty page, on a desk, in light colours, with scripts, where it started. */
  public void reset() {
    allowScripts(true);
    live("", "");
    session.get("about:blank");
    resize(Viewport.DESK);
    show(AS_IT_IS, ColourScheme.LIGHT);
    log.restart();
  }

  /** Opens a file, and returns when all that it needs is loaded and drawn. */
  public void open(Path page) {
    log.restart();
    session.get(page.toUri().toString());
    settle();
  }

  /** Whether pages that are opened from now on may run scripts. */
  public void allowScripts(boolean allowed) {
    scripts = allowed;
    session.command("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  /** Makes the window as large as that, scroll bars included. */
  public void resize(Viewport wanted) {
    viewport = wanted;
    session.command(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            viewport.width(),
            "height",
            viewport.height(),
            "deviceScaleFactor",
            1,
            "mobile",
            false));
    settle();
  }

  /** Prefers these colours. */
  public void prefer(ColourScheme wanted) {
    show(medium, wanted);
  }

  /** Lives where people write numbers and dates like that, and has their time. */
  public void liveIn(Locale locale, ZoneId zone) {
    live(locale.toLanguageTag(), zone.getId());
  }

  private void live(String language, String zone) {
    session.command("Emulation.setLocaleOverride", Map.of("locale", language));
    session.command("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
  }

  /**
   * Shows on the screen what {@link #print} puts on paper, so that it can be looked at as other
   * pages are. {@link #reset} ends that.
   */
  public void layOutAsPrinted() {
    session.executeScript("window.dispatchEvent(new Event('beforeprint'))");
    show("print", scheme);
    resize(Viewport.PAPER);
  }

  private void show(String wantedMedium, ColourScheme wantedScheme) {
    medium = wantedMedium;
    scheme = wantedScheme;
    session.command(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme.word()))));
    settle();
  }

  /** Waits until what was changed is drawn. */
  private void settle() {
    if (scripts) {
      session.executeAsyncScript(
          "const done = arguments[arguments.length - 1];"
              + "document.fonts.ready.then("
              + "() => requestAnimationFrame(() => requestAnimationFrame(() => done())))");
    }
  }

  /** What the page said on the console since it was opened, breaches of its policy included. */
  public List<String> console() {
    return log.messages();
  }

  /** The addresses of all that was asked for since the page was opened, the page itself first. */
  public List<String> requests() {
    return log.requests();
  }

  /**
   * Runs the body of a function in the page.
   *
   * @return what it returns, as text, {@code Long}, {@code Double}, {@code Boolean}, list or map;
   *     null is an empty text
   */
  public Object run(String body, Object... arguments) {
    Object returned = session.executeScript(body, arguments);
    return returned == null ? "" : returned;
  }

  /** How many elements there are. */
  public int count(String css) {
    return session.findElements(By.cssSelector(css)).size();
  }

  /** What a person reads in each element, in the order of the page; hidden text is not in it. */
  public List<String> texts(String css) {
    return Json.texts(
        run(
            "return [...document.querySelectorAll(arguments[0])]"
                + ".map(element => (element.innerText ?? element.textContent).trim())",
            css));
  }

  /** An attribute of each element that has it, in the order of the page. */
  public List<String> attributes(String css, String name) {
    return Json.texts(
        run(
            "return [...document.querySelectorAll(arguments[0])]"
                + ".filter(element => element.hasAttribute(arguments[1]))"
                + ".map(element => element.getAttribute(arguments[1]))",
            css,
            name));
  }

  /** Whether there is such an element, and a person sees the first one. */
  public boolean shows(String css) {
    return session.findElements(By.cssSelector(css)).stream()
        .limit(1)
        .anyMatch(element -> element.isDisplayed());
  }

  /** Clicks on the first such element. */
  public void click(String css) {
    session.findElement(By.cssSelector(css)).click();
    settle();
  }

  /** Holds the pointer over the middle of the first such element. */
  public void hover(String css) {
    new Actions(session).moveToElement(session.findElement(By.cssSelector(css))).perform();
    settle();
  }

  /** Presses keys, one after the other: letters, or those of Selenium's {@code Keys}. */
  public void press(CharSequence... keys) {
    new Actions(session).sendKeys(keys).perform();
    settle();
  }

  /**
   * What is wider than the window, so that a person has to scroll sideways or does not see it, with
   * the places. What scrolls or is cut within an element that fits is not.
   */
  public List<String> overflow() {
    return Json.texts(run(script("overflow.js")));
  }

  /** The labels of drawings that reach beyond their drawing, so that they are cut. */
  public List<String> cutLabels() {
    return Json.texts(run(script("cut-labels.js")));
  }

  /** The labels of drawings that lie on each other, so that neither can be read. */
  public List<String> crowdedLabels() {
    return Json.texts(run(script("crowded-labels.js")));
  }

  /** What axe-core finds wrong, each with its places. What it says or asks for is not noted. */
  public List<String> violations() {
    return log.without(
        () -> {
          session.executeScript(resource("/axe.min.js"));
          return Json.texts(session.executeAsyncScript(script("violations.js")));
        });
  }

  /** Prints the page on A4, or on what it asks for, as a person does who changes no setting. */
  public Printout print() {
    Map<String, Object> printed =
        session.command(
            "Page.printToPDF",
            Map.of(
                "preferCSSPageSize", true,
                "paperWidth", A4_WIDTH_INCHES,
                "paperHeight", A4_HEIGHT_INCHES));
    return new Printout(Base64.getDecoder().decode((String) printed.get("data")));
  }

  /**
   * Takes a picture of the whole page as a PNG, for a person to look at: in a window that is high
   * enough for all of it, and so has no scroll bars.
   */
  public void picture(Path file) throws IOException {
    Viewport before = viewport;
    long height = (Long) session.executeScript("return document.documentElement.scrollHeight");
    resize(new Viewport(before.width(), Math.toIntExact(height)));
    Map<String, Object> taken = session.command("Page.captureScreenshot", Map.of("format", "png"));
    resize(before);
    Files.write(file, Base64.getDecoder().decode((String) taken.get("data")));
  }

  /** Ends it, and removes its profile. */
  @Override
  public void close() {
    session.quit();
    folder.close();
  }

  private static String script(String name) {
    return resource("/dev/vidiexport/sinks/browser/" + name);
  }

  private static String resource(String name) {
    try (InputStream in = Browser.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("There is no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
