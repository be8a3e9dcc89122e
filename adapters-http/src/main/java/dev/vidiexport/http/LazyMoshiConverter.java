package dev.vidiexport.http;

import com.squareup.moshi.Moshi;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * Moshi for the answers that fit a type, made when the first of them is asked for: an export, which
 * reads its body itself, never needs it.
 */
final class LazyMoshiConverter extends Converter.Factory {
  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return MoshiConverterFactory.create(new Moshi.Builder().build())
        .responseBodyConverter(type, annotations, retrofit);
  }
}
