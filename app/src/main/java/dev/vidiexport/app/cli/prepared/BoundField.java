package dev.vidiexport.app.cli.prepared;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/**
 * The field that takes the value of an argument.
 *
 * @param owner the command, or one of the objects with options that it has
 * @param field a field of its class, made accessible
 */
record BoundField(Object owner, Field field) implements IGetter, ISetter {
  /**
   * Follows names from a command to a field.
   *
   * @param path the names of fields, each of the object that the one before it holds
   */
  static BoundField of(Object command, List<String> path) throws ReflectiveOperationException {
    Object owner = command;
    for (String name : path.subList(0, path.size() - 1)) {
      owner = accessible(owner, name).get(owner);
    }
    return new BoundField(owner, accessible(owner, path.get(path.size() - 1)));
  }

  private static Field accessible(Object owner, String name) throws NoSuchFieldException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  /**
   * The names that lead from an object to a field.
   *
   * @return empty where neither the object nor what it has mixed in owns the field
   */
  static Optional<List<String>> path(Object from, Object owner, String name)
      throws ReflectiveOperationException {
    if (from == owner) {
      return Optional.of(List.of(name));
    }
    for (Field mixed : from.getClass().getDeclaredFields()) {
      if (mixed.isAnnotationPresent(Mixin.class)) {
        mixed.setAccessible(true);
        Optional<List<String>> rest = path(mixed.get(from), owner, name);
        if (rest.isPresent()) {
          List<String> path = new ArrayList<>(List.of(mixed.getName()));
          path.addAll(rest.get());
          return Optional.of(path);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // picocli wants it like this
  public <T> @Nullable T get() throws IllegalAccessException {
    return (T) field.get(owner);
  }

  @Override
  public <T> @Nullable T set(@Nullable T value) throws IllegalAccessException {
    T before = get();
    field.set(owner, value);
    return before;
  }
}
