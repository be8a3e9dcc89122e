package dev.vidiexport.http;

import dev.vidiexport.http.calls.CallPermit;
import java.util.Map;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;
import retrofit2.http.Streaming;
import retrofit2.http.Tag;

/**
 * The calls that VidiCenter takes (VidiCenter data export, Authentication and Asynchronous usage,
 * and its lists of what there is).
 */
interface VidiCenterApi {
  /** Asks for an export; the body comes as it is read. */
  @Streaming
  @GET("api/v1/data/")
  Call<ResponseBody> data(
      @QueryMap(encoded = true) Map<String, String> encodedQuery, @Tag CallPermit permit);

  /** Asks whose credentials these are. */
  @GET("api/v1/whoami/")
  Call<ResponseBody> whoami(@Tag CallPermit permit);

  /** All networks, as a list of objects. */
  @Streaming
  @GET("api/v1/networks/")
  Call<ResponseBody> networks(@Tag CallPermit permit);

  /** All sites, as a list of objects. */
  @Streaming
  @GET("api/v1/sites/")
  Call<ResponseBody> sites(@Tag CallPermit permit);

  /** All locations, as a list of objects. */
  @Streaming
  @GET("api/v1/locations/")
  Call<ResponseBody> locations(@Tag CallPermit permit);

  /** All tags of locations, as a list of objects. */
  @Streaming
  @GET("api/v1/location_tags/")
  Call<ResponseBody> locationTags(@Tag CallPermit permit);

  /** All tags of sites, as a list of objects. */
  @Streaming
  @GET("api/v1/site_tags/")
  Call<ResponseBody> siteTags(@Tag CallPermit permit);

  /** The locations that have a tag, as a list of objects. */
  @Streaming
  @GET("api/v1/location_tag/{label}/locations/")
  Call<ResponseBody> locationsWith(
      @Path(value = "label", encoded = true) String encodedLabel, @Tag CallPermit permit);

  /** The sites that have a tag, as a list of objects. */
  @Streaming
  @GET("api/v1/site_tag/{label}/sites/")
  Call<ResponseBody> sitesWith(
      @Path(value = "label", encoded = true) String encodedLabel, @Tag CallPermit permit);

  /** The calls of the service at an address, made by a client. */
  static VidiCenterApi over(BaseUrl baseUrl, okhttp3.Call.Factory client) {
    return new Retrofit.Builder()
        .baseUrl(baseUrl.url())
        .callFactory(request -> client.newCall(request))
        .build()
        .create(VidiCenterApi.class);
  }
}
