package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.port.VidiCenter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A planted bug: whoever cancels the calls of one run cancels those of all. */
final class CancelledTogether implements UnaryOperator<VidiCenter> {
  private final List<VidiCenter> all = new ArrayList<>();

  @Override
  public VidiCenter apply(VidiCenter real) {
    all.add(real);
    return new ForwardingVidiCenter(real) {
      @Override
      public void cancel() {
        all.forEach(VidiCenter::cancel);
      }
    };
  }
}
