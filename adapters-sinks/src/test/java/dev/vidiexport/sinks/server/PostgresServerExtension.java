package dev.vidiexport.sinks.server;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a {@link PostgresServer} to whatever test asks for one as a parameter. It starts once for
 * all tests of a JVM, and ends with that: JUnit's own stores end with each class, because each is
 * handed to the JVM by itself.
 */
public final class PostgresServerExtension implements ParameterResolver {
  private static @Nullable PostgresServer shared;

  private static synchronized PostgresServer shared() {
    PostgresServer server = shared;
    if (server == null) {
      server = PostgresServer.start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgresql-end"));
      shared = server;
    }
    return server;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PostgresServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return shared();
  }
}
