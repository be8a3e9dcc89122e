package dev.vidiexport.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.process.JavaCommand;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads files in a Java process of its own, with little memory. */
final class ReadingProcess {
  /** The columns that its files have. */
  static final List<NumberedColumn> COLUMNS =
      List.of(
          new NumberedColumn(1, "whole", "whole", ColumnType.WHOLE),
          new NumberedColumn(2, "text", "text", ColumnType.TEXT));

  private ReadingProcess() {}

  /** All that a process prints that reads each of the files, whose names end with their format. */
  static String run(List<String> javaOptions, List<Path> files) throws IOException {
    List<String> command =
        JavaCommand.of(
            ReadingProcess.class,
            javaOptions,
            files.stream().map(Path::toString).toArray(String[]::new));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
  }

  public static void main(String[] arguments) throws IOException {
    for (String argument : arguments) {
      String format = argument.substring(argument.lastIndexOf('.') + 1);
      long rows = 0;
      try (FileRows open =
          new BuiltInFileReader()
              .open(Path.of(argument), new FileFormat(format, Map.of()), COLUMNS)) {
        for (Optional<RowBatch> next = open.next(); next.isPresent(); next = open.next()) {
          rows += next.get().rows();
        }
      }
      System.out.println(format + " " + rows);
    }
  }
}
