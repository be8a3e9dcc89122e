package dev.vidiexport.app.bench;

import com.fasterxml.jackson.core.JsonFactory;
import dev.vidiexport.app.bench.body.Bodies;
import dev.vidiexport.app.bench.body.Shape;
import dev.vidiexport.app.bench.child.BareRead;
import dev.vidiexport.app.bench.child.Tokenise;
import dev.vidiexport.app.bench.process.JavaRuntime;
import dev.vidiexport.app.bench.process.ProcessMeter;
import dev.vidiexport.app.bench.serve.BodyServer;
import dev.vidiexport.app.bench.serve.Served;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who takes part with a shape. Not thread-safe. */
final class LineUp {
  static final String CSV = "vidiexport csv";
  static final String PARQUET = "vidiexport parquet";
  static final String TOKENISE = "tokenise";
  static final String PACKED = ", gzip answer";
  private static final String JSON_LINES = "vidiexport jsonl";

  private final BenchmarkSettings settings;
  private final Bodies bodies;
  private final BodyServer server;
  private final ProcessMeter meter;

  LineUp(BenchmarkSettings settings, Bodies bodies, BodyServer server, ProcessMeter meter) {
    this.settings = settings;
    this.bodies = bodies;
    this.server = server;
    this.meter = meter;
  }

  /** The contestants in the order in which they run. */
  List<Contestant> of(Shape shape) throws IOException, InterruptedException {
    System.out.printf("Preparing %s: %,d rows%n", shape.label(), settings.rows());
    Path body = bodies.plain(shape, settings.rows());
    Served plain = Served.plain(body);
    String address = server.serve(shape.label(), () -> plain);
    List<Contestant> all = new ArrayList<>(ours(shape, address, ""));
    all.add(export(JSON_LINES, shape, address, "jsonl"));
    all.add(
        Contestant.reading(
            "bare read", JavaRuntime.current().main(BareRead.class, List.of(), address)));
    if (shape == Shape.REGULAR) {
      for (StartWay way : StartWay.values()) {
        all.addAll(started(way, shape, address));
      }
      Served packed = Served.packed(bodies.packed(shape, settings.rows()));
      all.addAll(ours(shape, server.serve(shape.label() + "-gzip", () -> packed), PACKED));
    }
    all.addAll(new Peers(settings.folder(), body).all(shape == Shape.REGULAR));
    all.removeIf(contestant -> !settings.wants(contestant.name()));
    return all;
  }

  private List<Contestant> ours(Shape shape, String address, String suffix) {
    return List.of(
        export(CSV + suffix, shape, address, "csv"),
        export(PARQUET + suffix, shape, address, "parquet"),
        Contestant.reading(
            TOKENISE + suffix,
            JavaRuntime.current().main(Tokenise.class, List.of(JsonFactory.class), address)));
  }

  /** The first way is that of all shapes. */
  private List<Contestant> started(StartWay way, Shape shape, String address)
      throws IOException, InterruptedException {
    String csv = CSV + way.suffix();
    String parquet = PARQUET + way.suffix();
    Optional<JavaRuntime> java = way.java();
    if (way == StartWay.JAR
        || java.isEmpty()
        || (!settings.wants(csv) && !settings.wants(parquet))) {
      return List.of();
    }
    ProgramStart start =
        way.isLaunched()
            ? Launcher.warm(settings, meter, java.get())
            : ProgramStart.jar(java.get(), settings.jar());
    return List.of(
        export(csv, start, shape, address, "csv"),
        export(parquet, start, shape, address, "parquet"));
  }

  private Contestant export(String name, Shape shape, String address, String extension) {
    ProgramStart start = ProgramStart.jar(JavaRuntime.current(), settings.jar());
    return export(name, start, shape, address, extension);
  }

  private Contestant export(
      String name, ProgramStart start, Shape shape, String address, String extension) {
    Path output = output(extension);
    return Contestant.writing(
        name, output, Exports.command(start, address, shape.options(), output));
  }

  private Path output(String extension) {
    return settings.folder().resolve("export." + extension);
  }
}
