package parley.h323.traversal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.h323.h225.Content;
import parley.h323.h225.EnumeratedParameter;
import parley.h323.h225.FeatureSet;
import parley.h323.h225.GenericData;
import parley.h323.h225.GenericIdentifier;

/**
 * Features and their parameters in the generic extensibility framework (H.460.1): a feature has the
 * number of its Recommendation in the H.460 series, a parameter a number of its own.
 */
public final class Features {
  private Features() {}

  /** A feature with these parameters; without any it only says that it is supported. */
  public static GenericData feature(int number, List<EnumeratedParameter> parameters) {
    GenericData.Builder feature = GenericData.with().id(new GenericIdentifier.Standard(number));
    return parameters.isEmpty() ? feature.build() : feature.parameters(parameters).build();
  }

  /** A feature without parameters. */
  public static GenericData feature(int number) {
    return feature(number, List.of());
  }

  /** A parameter whose presence is all it says. */
  public static EnumeratedParameter parameter(int number) {
    return EnumeratedParameter.with().id(new GenericIdentifier.Standard(number)).build();
  }

  public static EnumeratedParameter parameter(int number, Content content) {
    return EnumeratedParameter.with()
        .id(new GenericIdentifier.Standard(number))
        .content(content)
        .build();
  }

  /** Features said to be supported and nothing more. */
  public static FeatureSet supported(List<GenericData> features) {
    return FeatureSet.with().replacementFeatureSet(false).supportedFeatures(features).build();
  }

  /** The feature with this number, whether it is needed, desired or supported. */
  public static Optional<GenericData> find(FeatureSet set, int number) {
    return Stream.of(set.neededFeatures(), set.desiredFeatures(), set.supportedFeatures())
        .flatMap(Optional::stream)
        .flatMap(List::stream)
        .filter(feature -> isNumbered(feature.id(), number))
        .findFirst();
  }

  /** The feature with this number. */
  public static Optional<GenericData> find(List<GenericData> features, int number) {
    return features.stream().filter(feature -> isNumbered(feature.id(), number)).findFirst();
  }

  /** Whether the parameter is there, with or without content. */
  public static boolean has(GenericData feature, int parameter) {
    return parameters(feature).anyMatch(each -> isNumbered(each.id(), parameter));
  }

  /** What the parameter says; empty where it is not there or has no content. */
  public static Optional<Content> content(GenericData feature, int parameter) {
    return parameters(feature)
        .filter(each -> isNumbered(each.id(), parameter))
        .flatMap(each -> each.content().stream())
        .findFirst();
  }

  private static Stream<EnumeratedParameter> parameters(GenericData feature) {
    return feature.parameters().stream().flatMap(List::stream);
  }

  private static boolean isNumbered(GenericIdentifier id, int number) {
    return id instanceof GenericIdentifier.Standard(int value) && value == number;
  }
}
