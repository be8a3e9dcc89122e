package dev.vidiexport.domain.property;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets a test have the cases of every build, whatever is chosen: for tests of tests. */
public final class EveryCase implements BeforeEachCallback, AfterEachCallback {
  private final Map<String, String> chosen = new HashMap<>();

  @Override
  public void beforeEach(ExtensionContext context) {
    for (String name : List.of(Property.SEED, Property.FIRST)) {
      String value = System.clearProperty(name);
      if (value != null) {
        chosen.put(name, value);
      }
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    System.clearProperty(Property.SEED);
    System.clearProperty(Property.FIRST);
    chosen.forEach(System::setProperty);
  }
}
