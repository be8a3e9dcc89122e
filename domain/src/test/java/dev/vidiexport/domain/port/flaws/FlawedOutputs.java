package dev.vidiexport.domain.port.flaws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an output stands that everybody sees, and beside it what is staged. */
final class FlawedOutputs {
  final List<String> staged = new ArrayList<>();
  Optional<List<String>> output = Optional.empty();
  @Nullable Object owner;

  /** What the output takes; nothing when there is none. */
  long bytes() {
    return output.orElse(List.of()).stream().mapToLong(String::length).sum();
  }
}
