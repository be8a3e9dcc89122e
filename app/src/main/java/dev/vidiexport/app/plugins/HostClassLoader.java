package dev.vidiexport.app.plugins;

import java.util.Set;

/**
 * What a plugin may see of this program: the packages that its signatures are made of, and the
 * front of SLF4J, which is where its libraries log. Everything else of this program, its libraries
 * and resources included, is as if it were not there, so no plugin comes to rely on a library that
 * the next version no longer has. The JDK's own classes are all there. Thread-safe.
 */
final class HostClassLoader extends ClassLoader {
  /** Packages, without those below them: what lies below is other people's. */
  private static final Set<String> SHARED =
      Set.of(
          "dev.vidiexport.spi",
          "dev.vidiexport.domain.table",
          "org.slf4j",
          "org.slf4j.event",
          "org.slf4j.helpers",
          "org.slf4j.spi");

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader host;

  HostClassLoader(ClassLoader host) {
    super("shared", ClassLoader.getPlatformClassLoader());
    this.host = host;
  }

  /** Whether a class comes from this program alone, whatever a plugin brings. */
  static boolean isShared(String className) {
    int end = className.lastIndexOf('.');
    return end >= 0 && SHARED.contains(className.substring(0, end));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (isShared(name)) {
      return host.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
