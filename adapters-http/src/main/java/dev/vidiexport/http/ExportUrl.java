package dev.vidiexport.http;

import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.http.calls.CallPermit;
import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/** The URL of a call for an export, for those who want to see it without making the call. */
public final class ExportUrl {
  /** Builds calls that are never made, so it skips the preparations for encryption. */
  private static final OkHttpClient UNUSED =
      new OkHttpClient.Builder().connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)).build();

  private ExportUrl() {}

  /**
   * The full URL, exactly as it is sent; it holds no credentials.
   *
   * @param rebuild whether VidiCenter is told to rebuild the export
   */
  public static String of(BaseUrl baseUrl, ExportRequest request, boolean rebuild) {
    VidiCenterApi api = VidiCenterApi.over(baseUrl, UNUSED);
    return api.data(ExportQuery.of(request, CallKind.POLL, rebuild), CallPermit.NOWHERE)
        .request()
        .url()
        .toString();
  }
}
