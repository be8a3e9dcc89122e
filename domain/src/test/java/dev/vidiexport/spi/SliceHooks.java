package dev.vidiexport.spi;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import java.util.Optional;

/** What the author of tables of slices tells the kit. */
abstract class SliceHooks {
  /** The tables under test; new ones, or the same, each time. */
  protected abstract SliceTables tables();

  /** The address of a database in which none of the kit's tables is, another one each time. */
  protected abstract String freshAddress() throws Exception;

  /**
   * Makes a table that is no history's, as another program would, with a row if that is easy.
   *
   * @param address one of {@link #freshAddress}
   * @param table a table that is not there
   */
  protected abstract void makeTable(String address, SliceTable table) throws Exception;

  /**
   * Adds a row to a table of a history, as another program would: null in every column but {@code
   * _vidiexport_slice}.
   *
   * @param address one of {@link #freshAddress}
   * @param table a table that is there
   * @param slice what the row has in {@code _vidiexport_slice}
   */
  protected abstract void addRow(String address, SliceTable table, String slice) throws Exception;

  /**
   * Reads a table of a history with another library than the one that wrote it: its columns but
   * {@code _vidiexport_slice}, as they are called there. Empty unless overridden; one fact is left
   * out then.
   *
   * @param address one of {@link #freshAddress}
   * @param schema the columns that were written
   */
  protected Optional<ReadTable> readBack(String address, SliceTable table, Schema schema)
      throws Exception {
    return Optional.empty();
  }

  /** A table, as a user names it; of no schema unless overridden. */
  protected SliceTable table(String name) {
    return new SliceTable(Optional.empty(), name);
  }

  /**
   * Whether a writer keeps other runs from its tables; true unless overridden. Where the host's own
   * lock of the ledger is enough, because nobody else can write to tables of that ledger, a
   * database may go without, and two facts are left out.
   */
  protected boolean holdsItsTables() {
    return true;
  }

  /**
   * Whether rows can be published while somebody reads others; true unless overridden. One fact is
   * left out where a writer has to wait until nobody reads.
   */
  protected boolean writesBesideReaders() {
    return true;
  }

  /** Whether numbers that are not finite come back; as its provider says. */
  protected abstract boolean takesNonFinite();

  /**
   * What a value means once the database has held it; the value itself unless overridden. Say here,
   * and only here, what it cannot tell apart, such as {@code -0.0}.
   *
   * @param type the type of the column
   * @param value never null; JSON is the text of it
   */
  protected Object meaning(ColumnType type, Object value) {
    return value;
  }

  /** Whether the database can hold a text, as a value and as a name; true unless overridden. */
  protected boolean holds(String text) {
    return true;
  }
}
