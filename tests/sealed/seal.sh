#!/usr/bin/env bash
# Runs a command where nothing outside can be reached, and nothing can be written unseen. Started by
#   unshare --map-root-user --net --mount bash seal.sh COMMAND…
# The only device is loopback; over every directory lies a layer that keeps what is written (overlayfs, also what is
# taken away again: its directory is kept then); the sockets of this machine's daemons are out of sight. Needs what every
# Debian has: util-linux, mount, and iproute2 or perl-base.
set -e
here=$PWD
resolver=$(readlink -m /etc/resolv.conf)
mount -t tmpfs none /run
mkdir -p /run/person /run/private "$(dirname "$resolver")"

# Lays a directory of its own, in which all that is written ends, over the one named.
cover() {
  mkdir -p "/run/written$1/upper" "/run/written$1/work"
  mount -t overlay overlay "$1" -o "lowerdir=$1,upperdir=/run/written$1/upper,workdir=/run/written$1/work,userxattr"
}
mkdir /run/trial
cover /run/trial

# What a directory with others mounted in it cannot have as a whole, its parts have.
layer() {
  local inner
  cover "$1" 2>&- && return
  echo "$1" >>/run/unlayered
  for inner in "$1"/*/; do [ -L "${inner%/}" ] || [ ! -d "$inner" ] || layer "${inner%/}"; done
}
touch /run/unlayered
for top in /*/; do
  case $top in /dev/ | /proc/ | /run/ | /sys/) ;; *) [ -L "${top%/}" ] || layer "${top%/}" ;; esac
done
mount -t tmpfs none /dev/shm

# Names are asked of loopback alone, where record.mjs listens.
echo 'nameserver 127.0.0.1' >/run/names
echo 'hosts: files dns' >/run/switch
case $resolver in
  /run/*) cp /run/names "$resolver" ;;
  *) [ ! -e "$resolver" ] || mount --bind /run/names "$resolver" ;;
esac
[ ! -e /etc/nsswitch.conf ] || mount --bind /run/switch /etc/nsswitch.conf
# SIOCSIFFLAGS with IFF_UP, where there is no ip.
ip link set lo up 2>&- || perl -MSocket -e '
  socket(my $any, PF_INET, SOCK_DGRAM, 0) or die $!;
  ioctl($any, 0x8914, my $up = pack("a16 s x22", "lo", 1)) or die $!'

touch /run/begun
cd "$here"
exec "$@"
