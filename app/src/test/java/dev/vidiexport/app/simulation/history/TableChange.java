package dev.vidiexport.app.simulation.history;

import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceTable;
import java.util.List;

/**
 * What is done to a table in one step.
 *
 * @param slice what is known of the slice afterwards
 * @param rows those that it has afterwards
 * @param columns all columns of the history; empty where rows are removed
 */
record TableChange(
    SliceTable table, CommittedSlice slice, List<String> rows, List<SliceColumn> columns) {}
