package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.property.Property;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class StagedStreamTest {
  private static final int HELD_BYTES = 64 * 1024;
  private static final OutputMessages MESSAGES = OutputMessages.ofOutput("out.csv");

  @Test
  void passesOnEveryByteInOrder() {
    Property.holds(
        50,
        random -> {
          ByteArrayOutputStream wanted = new ByteArrayOutputStream();
          ByteArrayOutputStream file = new ByteArrayOutputStream();
          StagedStream stream = new StagedStream(file, MESSAGES);

          for (int step = 0; step < 40; step++) {
            byte[] bytes = new byte[random.nextInt(random.nextBoolean() ? 100 : 150_000)];
            random.nextBytes(bytes);
            int offset = random.nextInt(bytes.length + 1);
            int length = random.nextInt(bytes.length - offset + 1);
            wanted.write(bytes, offset, length);
            wanted.write(step);
            stream.write(bytes, offset, length);
            stream.write(step);
            if (random.nextInt(10) == 0) {
              stream.flush();
            }
          }
          stream.finish();

          assertThat(file.toByteArray()).isEqualTo(wanted.toByteArray());
        });
  }

  @Test
  void holdsSmallWritesBack() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    StagedStream stream = new StagedStream(file, MESSAGES);

    stream.write(new byte[1000]);

    assertThat(file.size()).isZero();
  }

  @Test
  void holdsBytesBackOneByOneUntilNoMoreFit() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    StagedStream stream = new StagedStream(file, MESSAGES);

    for (int written = 0; written < HELD_BYTES; written++) {
      stream.write(written);
    }
    assertThat(file.size()).isZero();
    stream.write('x');

    assertThat(file.size()).isEqualTo(HELD_BYTES);
  }

  @Test
  void holdsBackWhatJustFits() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    StagedStream stream = new StagedStream(file, MESSAGES);

    stream.write(new byte[1000]);
    stream.write(new byte[HELD_BYTES - 1000]);

    assertThat(file.size()).isZero();
  }

  @Test
  void copiesNoWriteThatFillsItByItself() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    StagedStream stream = new StagedStream(file, MESSAGES);

    stream.write(new byte[HELD_BYTES]);

    assertThat(file.size()).isEqualTo(HELD_BYTES);
  }

  @Test
  void passesOnWhatItHoldsWhenTheSinkClosesIt() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    StagedStream stream = new StagedStream(file, MESSAGES);

    stream.write('a');
    stream.close();

    assertThat(file).hasToString("a");
  }

  @Test
  void staysOpenWhenTheSinkClosesIt() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    StagedStream stream = new StagedStream(file, MESSAGES);

    stream.write('a');
    stream.close();
    stream.write('b');
    stream.finish();

    assertThat(file).hasToString("ab");
  }

  @Test
  void takesNothingAfterTheEnd() throws IOException {
    StagedStream stream = new StagedStream(new ByteArrayOutputStream(), MESSAGES);

    stream.finish();

    assertThatThrownBy(() -> stream.write('a')).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> stream.write(new byte[1])).isInstanceOf(IOException.class);
    assertThatCode(stream::close).doesNotThrowAnyException();
  }

  @Test
  void tellsWhyItCannotWrite() {
    StagedStream stream = new StagedStream(new FullDisk(), MESSAGES);

    assertThatThrownBy(() -> stream.write(new byte[100_000]))
        .isInstanceOf(IOException.class)
        .extracting(ToldToUser::by)
        .isEqualTo(
            "Cannot write out.csv: No space left on device."
                + " Free some space there, or choose another --output.");
  }

  @Test
  void doesNotFinishAfterAFailureThatTheSinkKeptToItself() {
    FullDisk disk = new FullDisk();
    StagedStream stream = new StagedStream(disk, MESSAGES);

    assertThatThrownBy(() -> stream.write(new byte[100_000])).isInstanceOf(IOException.class);
    disk.full = false;

    assertThatThrownBy(stream::finish).hasMessageContaining("No space left on device");
    assertThatThrownBy(() -> stream.write('a')).hasMessageContaining("No space left on device");
  }

  @Test
  void writesNothingMoreWhenAbandoned() throws IOException {
    FullDisk disk = new FullDisk();
    disk.full = false;
    StagedStream stream = new StagedStream(disk, MESSAGES);
    stream.write('a');

    stream.abandon();
    stream.abandon();

    assertThat(disk.written).isZero();
    assertThat(disk.closed).isEqualTo(1);
  }

  private static final class FullDisk extends OutputStream {
    private boolean full = true;
    private int written;
    private int closed;

    @Override
    public void write(int value) throws IOException {
      if (full) {
        throw new IOException("No space left on device");
      }
      written++;
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
