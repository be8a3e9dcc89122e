package dev.vidiexport.app.plugins;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of one plugin: its own jars, over the JDK and {@link HostClassLoader}. It sees no
 * other plugin. Thread-safe; open as long as the program runs, because a sink loads classes up to
 * its end.
 */
final class PluginClassLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private PluginClassLoader(String name, URL[] jars, ClassLoader parent) {
    super(name, jars, parent);
  }

  /**
   * The classes of some jars.
   *
   * @param name what stack traces call them
   */
  static PluginClassLoader of(String name, List<Path> jars, ClassLoader host)
      throws MalformedURLException {
    URL[] urls = new URL[jars.size()];
    for (int jar = 0; jar < urls.length; jar++) {
      urls[jar] = jars.get(jar).toUri().toURL();
    }
    return new PluginClassLoader(name, urls, new HostClassLoader(host));
  }

  /** Copies of this program's own classes in a plugin's jar are never used. */
  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (HostClassLoader.isShared(name)) {
      throw new ClassNotFoundException(name);
    }
    return super.findClass(name);
  }
}
