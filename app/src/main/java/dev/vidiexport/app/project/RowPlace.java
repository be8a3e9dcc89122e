package dev.vidiexport.app.project;

import dev.vidiexport.domain.history.HistoryExport;
import java.util.Optional;

/** Where the rows of all exports are kept, which decides what each may say of that. */
interface RowPlace {
  /** Gives to the builder of an export what it says, and tells what is wrong with it. */
  void give(GivenExport export, ExportValues values);

  /** Looks at a default that no export has. */
  void giveUnused(ExportKey key, GivenValue value, ExportValues values);

  /** Tells what is wrong with several exports together, when all are read. */
  void tell();

  /** The export, with what its rows are written with; empty where nothing is known of that. */
  Optional<ProjectExport> complete(HistoryExport history);
}
