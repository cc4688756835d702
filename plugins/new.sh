#!/bin/sh
# Makes a plugin from plugins/template: plugins/new.sh my-plugin
# A second argument names another folder than plugins/; then the root pom is left alone.
set -eu

usage() {
  echo "$1" >&2
  echo "usage: plugins/new.sh NAME [FOLDER]    NAME in kebab-case, such as crm-acme" >&2
  exit 2
}

here=$(cd "$(dirname "$0")" && pwd)
name=${1:-}
into=${2:-$here}

case $name in
  '' | *[!a-z0-9-]* | [!a-z]* | *- | *--*) usage "\"$name\" is not a name for a plugin" ;;
esac
[ ! -e "$into/$name" ] || usage "$into/$name is there already"

package=$(printf '%s' "$name" | tr -d '-')
class=$(printf '%s' "$name" | awk -F- '{ for (i = 1; i <= NF; i++) printf "%s%s", toupper(substr($i, 1, 1)), substr($i, 2) }')
export=$(printf '%s' "$class" | awk '{ print tolower(substr($0, 1, 1)) substr($0, 2) }')

mkdir -p "$into"
(cd "$here/template" && find . -type f ! -path './target/*' ! -name NewPluginTest.java) | while read -r file; do
  copy=$(printf '%s' "$file" | sed -e "s#/plugin/template/#/plugin/$package/#" -e "s#Template#$class#g")
  mkdir -p "$into/$name/$(dirname "$copy")"
  sed -e "s#plugins/new.sh my-plugin#plugins/new.sh#" \
    -e "s#org\.patchbay\.plugin\.template#org.patchbay.plugin.$package#g" \
    -e "s#Template#$class#g" \
    -e "s#{ template }#{ $export }#" \
    -e "s#template\.greet#$export.greet#" \
    -e "s#template#$name#g" \
    "$here/template/$file" >"$into/$name/$copy"
done

if [ "$into" = "$here" ]; then
  pom=$here/../pom.xml
  sed "s#^\( *\)<module>plugins/template</module>#&\n\1<module>plugins/$name</module>#" "$pom" >"$pom.new"
  cat "$pom.new" >"$pom"
  rm "$pom.new"
fi

cat <<END
Made $into/$name. Next:
  mvn -pl plugins/$name spotless:apply
  mvn -pl plugins/$name -am install
  and drop plugins/$name/target/patchbay-plugin-$name-*.jar into deploy/
docs/writing-a-plugin.md says what else a plugin can do.
END
