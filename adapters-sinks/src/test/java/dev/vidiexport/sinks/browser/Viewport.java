package dev.vidiexport.sinks.browser;

/**
 * How much of a page a window shows, in CSS pixels.
 *
 * @param width from 1 on
 * @param height from 1 on
 */
public record Viewport(int width, int height) {
  /** A window on a desk. */
  public static final Viewport DESK = new Viewport(1280, 900);

  /** A telephone, held upright. */
  public static final Viewport PHONE = new Viewport(390, 844);

  /** A sheet of A4, upright, at 96 pixels an inch and within margins of 12 mm. */
  public static final Viewport PAPER = new Viewport(703, 1032);

  /** Refuses a window that shows nothing. */
  public Viewport {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "A viewport must have at least 1 × 1 pixels, but was " + width + " × " + height);
    }
  }
}
