package dev.vidiexport.app.product;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells an empty field, which is null, from an empty text, which is quoted. */
final class CsvFields extends AbstractBaseCsvCallbackHandler<List<Optional<String>>> {
  private List<Optional<String>> fields = new ArrayList<>();

  @Override
  protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
    fields.add(
        length == 0 && !quoted ? Optional.empty() : Optional.of(new String(text, offset, length)));
  }

  @Override
  protected void handleEmpty() {
    fields.add(Optional.empty());
  }

  @Override
  protected List<Optional<String>> buildRecord() {
    List<Optional<String>> record = fields;
    fields = new ArrayList<>();
    return record;
  }
}
