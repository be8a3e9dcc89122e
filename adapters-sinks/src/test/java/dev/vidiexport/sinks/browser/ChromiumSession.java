package dev.vidiexport.sinks.browser;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.AddHasCdp;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumDriverCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;

/**
 * The machine's Chromium without a window, driven by the machine's driver. Selenium's own class for
 * that wants the part of it that fetches browsers, which these tests do not have.
 */
final class ChromiumSession extends RemoteWebDriver {
  static final File BROWSER = new File("/usr/bin/chromium");
  static final File DRIVER = new File("/usr/bin/chromedriver");

  /** Starts it; what it keeps on disk goes into that folder. */
  ChromiumSession(Path folder) {
    super(executor(folder), options());
  }

  private static ChromiumDriverCommandExecutor executor(Path folder) {
    return new ChromiumDriverCommandExecutor(
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER)
            .usingAnyFreePort()
            .withEnvironment(Map.of("TMPDIR", folder.toString()))
            .build(),
        new AddHasCdp().getAdditionalCommands(),
        ClientConfig.defaultConfig());
  }

  private static ChromeOptions options() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        // Whatever a page asks for, no machine is asked.
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--lang=en-US");
    // As words: Selenium's own levels get lost where an i has no dot.
    options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
    return options;
  }

  /** Has the browser do what its DevTools protocol knows. */
  Map<String, Object> command(String name, Map<String, Object> parameters) {
    Object answer =
        execute(AddHasCdp.EXECUTE_CDP, Map.of("cmd", name, "params", parameters)).getValue();
    return Json.object(answer);
  }

  /** What a log of the driver got since it was last asked for, as the driver gives it. */
  List<Map<String, Object>> log(String type) {
    Object entries = execute("getLog", Map.of("type", type)).getValue();
    return Json.list(entries).stream().map(Json::object).toList();
  }
}
