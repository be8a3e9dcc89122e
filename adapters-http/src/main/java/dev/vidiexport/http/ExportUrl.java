package dev.vidiexport.http;

import dev.vidiexport.domain.request.ExportRequest;

/** The URL of a call for an export, for those who want to see it without making the call. */
public final class ExportUrl {
  private ExportUrl() {}

  /**
   * The full URL, exactly as it is sent; it holds no credentials.
   *
   * @param rebuild whether VidiCenter is told to build the export anew
   */
  public static String of(BaseUrl baseUrl, ExportRequest request, boolean rebuild) {
    VidiCenterApi api =
        VidiCenterApi.over(
            baseUrl,
            unsent -> {
              throw new IllegalStateException("A URL is shown here, and no call is made");
            });
    return api.data(ExportQuery.of(request, rebuild), new CallTrace()).request().url().toString();
  }
}
