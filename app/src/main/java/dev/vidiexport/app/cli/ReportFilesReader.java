package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.report.ReceiptFile;
import dev.vidiexport.app.report.ReportOrder;
import dev.vidiexport.domain.audience.AudienceType;
import dev.vidiexport.domain.reporting.RowFileInput;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.text.QuotedText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which files a report is of, and what is said of them. */
final class ReportFilesReader {
  private final ReportOptions options;
  private final ProjectOptions project;
  private final CommandLineProblems problems;

  ReportFilesReader(ReportOptions options, ProjectOptions project, CommandLineProblems problems) {
    this.options = options;
    this.project = project;
    this.problems = problems;
  }

  Optional<ReportOrder.Source> read() {
    int before = problems.all().size();
    project.refuseHistoryOptions(problems);
    List<Path> files = files();
    Map<Path, ReceiptFile> receipts = new HashMap<>();
    for (String name : options.receipts) {
      problems
          .read("--receipt", () -> ReceiptFile.read(name))
          .ifPresent(receipt -> add(name, receipt, files, receipts));
    }
    List<RowFileInput> inputs = files.stream().map(file -> input(file, receipts)).toList();
    Optional<AudienceType> dataType =
        Optional.ofNullable(options.dataType)
            .flatMap(text -> problems.read("--data-type", () -> dataType(text)));
    Optional<TimeResolution> resolution =
        Optional.ofNullable(options.timeResolution)
            .flatMap(text -> problems.read("--time-resolution", () -> resolution(text)));
    return problems.all().size() > before
        ? Optional.empty()
        : Optional.of(new ReportOrder.Source.RowFiles(inputs, dataType, resolution));
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (String name : options.files) {
      OutputReader.path("FILE", name, problems)
          .ifPresent(
              file -> {
                if (files.contains(file)) {
                  problems.add("The file %s is named twice.".formatted(QuotedText.of(name)));
                }
                files.add(file);
              });
    }
    return files;
  }

  private void add(
      String name, ReceiptFile receipt, List<Path> files, Map<Path, ReceiptFile> receipts) {
    List<Path> fitting = receipt.among(files);
    String problem = "";
    if (fitting.isEmpty()) {
      problem = "is not among the files";
    } else if (fitting.size() > 1) {
      problem = "several of the files may be";
    } else if (receipts.put(fitting.get(0), receipt) != null) {
      problem = "has another receipt, too";
    }
    if (!problem.isEmpty()) {
      problems.add(
          "--receipt %s is of %s, which %s."
              .formatted(QuotedText.of(name), QuotedText.of(receipt.output()), problem));
    }
  }

  private static RowFileInput input(Path file, Map<Path, ReceiptFile> receipts) {
    Optional<ReceiptFile> receipt = Optional.ofNullable(receipts.get(file));
    return new RowFileInput(
        file, receipt.map(ReceiptFile::request), receipt.flatMap(ReceiptFile::creationDate));
  }

  private static AudienceType dataType(String text) {
    return AudienceType.find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of %s, but was \"%s\"".formatted(AudienceType.names(), text)));
  }

  private static TimeResolution resolution(String text) {
    return TimeResolution.find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be finest, 5m, 10m, 15m, 30m, 1h, 1d, 7d, 30d or 1M, but was \"%s\""
                        .formatted(text)));
  }
}
