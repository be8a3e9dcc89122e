package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.plugins.FrozenPlugin;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin of yesterday in the packaged program of today. */
class FrozenPluginIT {
  @TempDir private Path folder;
  @TempDir private Path plugins;

  @Test
  void exportsIntoAPluginThatWasCompiledAgainstTheFirstInterfaces() throws Exception {
    FrozenPlugin.copyInto(plugins);
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ScriptedAnswer.resource("worked-example/finished.json"))) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());

      ProcessResult ended =
          jar.run(
              ExampleCommandLine.export(
                  "--plugins",
                  plugins.toString(),
                  "-o",
                  "out.ledger.txt",
                  "--sink-option",
                  "title=The example"));

      assertThat(ended.exitCode()).as(ended.messages()).isZero();
      assertThat(Files.readString(folder.resolve("out.ledger.txt")))
          .isEqualTo(
              """
              The example .ledger.txt
                location_id:whole=1056\tperiod_start:timestamp=2016-04-29T10:00/1461924000000000\
              \twatcher_count:whole=27\tdwell_time:whole=2419\tattention_time:whole=556
                location_id:whole=1056\tperiod_start:timestamp=2016-04-29T11:00/1461927600000000\
              \twatcher_count:whole=0\tdwell_time:whole=0\tattention_time:whole=0
              locations=1056
              data_type=viewers
              start=2016-04-29T10:00:00
              end=2016-04-29T11:00:00
              time_resolution=1h
              2 rows of 2016-08-25T15:22:35 by version known
              """);
    }
  }
}
