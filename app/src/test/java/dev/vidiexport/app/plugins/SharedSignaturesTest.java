package dev.vidiexport.app.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.planted.KnowsCredentials;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.http.Credentials;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkProvider;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * From the interfaces of sinks, and from all that their signatures lead to, a plugin reaches the
 * JDK and the shared packages, and so never the credentials.
 */
class SharedSignaturesTest {
  /** Lends what no plugin may have. */
  interface LendsCredentials {
    Optional<? extends List<KnowsCredentials[]>> lend();
  }

  @Test
  void leadToSharedClassesAlone() {
    assertThat(reachedFrom(SinkProvider.class, Sink.class))
        .hasSizeGreaterThan(10)
        .contains(RowBatch.class, Provenance.class)
        .allSatisfy(
            type -> assertThat(HostClassLoader.isShared(type.getName())).as("%s", type).isTrue());
  }

  @Test
  void areFollowedToTheirEnd() {
    assertThat(reachedFrom(LendsCredentials.class))
        .contains(KnowsCredentials.class, Credentials.class);
  }

  /** All types but the JDK's own. */
  private static Set<Class<?>> reachedFrom(Class<?>... beginnings) {
    Set<Class<?>> reached = new LinkedHashSet<>();
    Deque<Type> left = new ArrayDeque<>(List.of(beginnings));
    while (!left.isEmpty()) {
      Type type = left.pop();
      if (!(type instanceof Class<?> plain)) {
        partsOf(type).forEach(left::push);
      } else if (plain.isArray()) {
        left.push(plain.getComponentType());
      } else if (!isOfTheJdk(plain) && reached.add(plain)) {
        typesOf(plain).forEach(left::push);
      }
    }
    return reached;
  }

  private static boolean isOfTheJdk(Class<?> type) {
    return type.getClassLoader() == null
        || type.getClassLoader() == ClassLoader.getPlatformClassLoader();
  }

  private static Stream<Type> partsOf(Type type) {
    if (type instanceof ParameterizedType generic) {
      return Stream.concat(
          Stream.of(generic.getRawType()), Stream.of(generic.getActualTypeArguments()));
    }
    if (type instanceof WildcardType wildcard) {
      return Stream.concat(
          Stream.of(wildcard.getUpperBounds()), Stream.of(wildcard.getLowerBounds()));
    }
    if (type instanceof TypeVariable<?> variable) {
      return Stream.of(variable.getBounds());
    }
    return Stream.of(((GenericArrayType) type).getGenericComponentType());
  }

  private static Stream<Type> typesOf(Class<?> type) {
    Stream<Executable> executables =
        Stream.concat(
            Stream.of(type.getDeclaredMethods()), Stream.of(type.getDeclaredConstructors()));
    return Stream.of(
            Stream.<Type>of(type.getGenericInterfaces()),
            Stream.<Type>ofNullable(type.getGenericSuperclass()),
            Stream.ofNullable(type.getPermittedSubclasses()).flatMap(Stream::of),
            Stream.<Type>of(type.getDeclaredClasses()),
            Stream.of(type.getDeclaredFields())
                .filter(field -> isVisible(field.getModifiers()))
                .map(Field::getGenericType),
            executables
                .filter(executable -> isVisible(executable.getModifiers()))
                .flatMap(SharedSignaturesTest::typesOf))
        .flatMap(types -> types);
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static Stream<Type> typesOf(Executable executable) {
    Stream<Type> given =
        Stream.concat(
            Stream.of(executable.getGenericParameterTypes()),
            Stream.of(executable.getGenericExceptionTypes()));
    return executable instanceof Method method
        ? Stream.concat(given, Stream.of(method.getGenericReturnType()))
        : given;
  }
}
