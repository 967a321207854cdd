package parley.sip.sdp;

/** An offer like those of room systems, made up for the tests. */
final class SdpText {
  static final String ROOM =
      """
      v=0
      o=room 8 2 IN IP4 192.0.2.20
      s=-
      c=IN IP4 192.0.2.20
      b=AS:6000
      t=0 0
      a=x-session-wide
      m=audio 2332 RTP/AVP 114 108 9 0 101 77
      b=TIAS:128000
      a=rtpmap:114 opus/48000/2
      a=rtpmap:108 SIRENLPR/48000
      a=fmtp:108 bitrate=64000
      a=rtpmap:101 telephone-event/8000
      a=fmtp:101 0-15
      a=sendrecv
      m=video 2364 RTP/AVP 97 126 99
      a=rtpmap:97 H264/90000
      a=fmtp:97 packetization-mode=0;profile-level-id=428016;max-fs=8160
      a=rtpmap:126 H264/90000
      a=fmtp:126 packetization-mode=1;profile-level-id=428016;max-fs=8160
      a=rtpmap:99 X-ULPFECUC/8000
      a=label:11
      a=content:main
      a=rtcp-fb:* nack pli
      a=rtcp-fb:97 ccm fir
      a=rtcp:2400 IN IP4 192.0.2.20
      a=some-video-attr:97 ltrf=3
      m=application 2439 UDP/BFCP *
      a=floorctrl:c-s
      m=video 2354 RTP/AVP 97
      c=IN IP4 192.0.2.21
      a=rtpmap:97 H264/90000
      a=fmtp:97 profile-level-id=640028; packetization-mode=1
      a=content:slides
      a=recvonly
      m=image 0 udptl t38
      """
          .replace("\n", "\r\n");

  private SdpText() {}
}
