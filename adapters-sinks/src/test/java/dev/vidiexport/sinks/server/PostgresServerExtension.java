package dev.vidiexport.sinks.server;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a {@link PostgresServer} to whatever test asks for one as a parameter. It starts once for
 * all tests that are run in one go.
 */
public final class PostgresServerExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(PostgresServerExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PostgresServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return server(context);
  }

  /** What is in the store of the root is closed when all tests have run. */
  private static PostgresServer server(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            PostgresServer.class, key -> PostgresServer.start(), PostgresServer.class);
  }
}
