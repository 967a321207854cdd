package parley.lab.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a {@link Baresip} is set up. Start from {@link #usual()} and change what the test is about.
 *
 * @param audioCodecs baresip's names in its order of preference. G.722 is {@code G722/16000/1} here
 *     although it is {@code G722/8000} in SDP
 * @param videoCodecs names, or empty for every codec there is. {@code H264} here would leave only
 *     packetization-mode 0, since baresip takes the first codec of that name; left empty, baresip
 *     has both modes and also H.263, MPEG-4 and H.265
 * @param width of the picture, pixels
 * @param height of the picture, pixels
 * @param framesPerSecond of the picture
 * @param maximumCalls more calls at once than this are refused
 * @param mediaEncryption {@code srtp}, {@code dtls_srtp} and the like, if any
 * @param certificate a PEM file with certificate and key: baresip then listens for TLS as well, at
 *     the SIP port + 1
 * @param registrar where the answering account registers, if anywhere
 */
record BaresipSettings(
    List<String> audioCodecs,
    List<String> videoCodecs,
    int width,
    int height,
    int framesPerSecond,
    int maximumCalls,
    Optional<String> mediaEncryption,
    Optional<Path> certificate,
    Optional<Registrar> registrar) {

  /**
   * A registrar and an account there.
   *
   * @param address {@code host:port}
   * @param user the user part of the address of record, also the name for the digest
   * @param password for the digest
   * @param seconds the expiry asked for
   */
  record Registrar(String address, String user, String password, int seconds) {}

  BaresipSettings {
    audioCodecs = List.copyOf(audioCodecs);
    videoCodecs = List.copyOf(videoCodecs);
  }

  /** opus, G.722, G.711 and both modes of H.264 at 640x360 and 25 pictures a second, one call. */
  static BaresipSettings usual() {
    return new BaresipSettings(
        List.of("opus/48000/2", "G722/16000/1", "PCMU/8000/1", "PCMA/8000/1"),
        List.of(),
        640,
        360,
        25,
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  BaresipSettings withMaximumCalls(int calls) {
    return new BaresipSettings(
        audioCodecs,
        videoCodecs,
        width,
        height,
        framesPerSecond,
        calls,
        mediaEncryption,
        certificate,
        registrar);
  }

  BaresipSettings withPicture(int newWidth, int newHeight, int newFramesPerSecond) {
    return new BaresipSettings(
        audioCodecs,
        videoCodecs,
        newWidth,
        newHeight,
        newFramesPerSecond,
        maximumCalls,
        mediaEncryption,
        certificate,
        registrar);
  }

  BaresipSettings withAudioCodecs(List<String> codecs) {
    return new BaresipSettings(
        codecs,
        videoCodecs,
        width,
        height,
        framesPerSecond,
        maximumCalls,
        mediaEncryption,
        certificate,
        registrar);
  }

  BaresipSettings withCertificate(Path pem) {
    return new BaresipSettings(
        audioCodecs,
        videoCodecs,
        width,
        height,
        framesPerSecond,
        maximumCalls,
        mediaEncryption,
        Optional.of(pem),
        registrar);
  }

  BaresipSettings withMediaEncryption(String encryption) {
    return new BaresipSettings(
        audioCodecs,
        videoCodecs,
        width,
        height,
        framesPerSecond,
        maximumCalls,
        Optional.of(encryption),
        certificate,
        registrar);
  }

  BaresipSettings withRegistrar(Registrar newRegistrar) {
    return new BaresipSettings(
        audioCodecs,
        videoCodecs,
        width,
        height,
        framesPerSecond,
        maximumCalls,
        mediaEncryption,
        certificate,
        Optional.of(newRegistrar));
  }

  String configuration(Path folder, int sipPort, int controlPort, int rtpBase) {
    return """
    poll_method epoll
    sip_listen 127.0.0.1:%d
    %s
    net_interface 127.0.0.1
    call_local_timeout 120
    call_max_calls %d
    audio_path /usr/share/baresip
    audio_player aufile,%s/received.wav
    audio_source aufile,%s
    audio_alert aufile,%s/alert.wav
    audio_txmode thread
    ausrc_srate 48000
    auplay_srate 48000
    ausrc_channels 2
    auplay_channels 2
    ausrc_format s16
    auplay_format s16
    video_source avformat,%s
    video_display fakevideo,nil
    video_size %dx%d
    video_bitrate 512000
    video_fps %d
    videnc_format yuv420p
    rtp_ports %d-%d
    jitter_buffer_delay 5-10
    rtp_stats yes
    module_path /usr/lib/baresip/modules
    module opus.so
    module g722.so
    module g711.so
    module aufile.so
    module avcodec.so
    module fakevideo.so
    module avformat.so
    module srtp.so
    module dtls_srtp.so
    module_tmp uuid.so
    module_tmp account.so
    module_app debug_cmd.so
    module_app menu.so
    module_app ctrl_tcp.so
    ctrl_tcp_listen 127.0.0.1:%d
    menu_bell no
    """
        .formatted(
            sipPort,
            certificate.map(pem -> "sip_certificate " + pem).orElse(""),
            maximumCalls,
            folder,
            BaresipClip.sound(folder),
            folder,
            BaresipClip.picture(folder),
            width,
            height,
            framesPerSecond,
            rtpBase,
            rtpBase + 99,
            controlPort);
  }

  /** The account that answers, and the one that only rings. */
  String accounts(int sipPort) {
    List<String> answering = new ArrayList<>();
    answering.add("<" + addressOfRecord(sipPort) + ">");
    answering.add("regint=" + registrar.map(Registrar::seconds).orElse(0));
    registrar.ifPresent(
        r -> {
          answering.add("auth_user=" + r.user());
          answering.add("auth_pass=" + r.password());
        });
    answering.add("answermode=auto");
    String media = media();
    answering.add(media);
    return String.join(";", answering)
        + "\n<sip:%s@127.0.0.1:%d>;regint=0;answermode=manual;%s\n"
            .formatted(Baresip.RINGING, sipPort, media);
  }

  /**
   * What baresip's own commands call the answering account: where it registers, not where it is.
   */
  String addressOfRecord(int sipPort) {
    return registrar
        .map(r -> "sip:" + r.user() + "@" + r.address())
        .orElse("sip:" + Baresip.ANSWERING + "@127.0.0.1:" + sipPort);
  }

  private String media() {
    List<String> words = new ArrayList<>();
    words.add("audio_codecs=" + String.join(",", audioCodecs));
    if (!videoCodecs.isEmpty()) {
      words.add("video_codecs=" + String.join(",", videoCodecs));
    }
    mediaEncryption.ifPresent(encryption -> words.add("mediaenc=" + encryption));
    return String.join(";", words);
  }
}
