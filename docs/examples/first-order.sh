#!/bin/sh
# Posts a cXML order as the demo customer bouwgroep and follows it to its confirmation. Run it where `mvn -Prun` was started.
set -eu
file=target/koppel-demo.properties
[ -f "$file" ] || { echo "Start Koppel first: mvn -Prun (there is no $file)"; exit 1; }
get() { sed -n "s/^$1=//p" "$file" | sed 's/\\//g'; }

number="PO-$(date +%s)"
now=$(date -u +%Y-%m-%dT%H:%M:%S+00:00)
credential="<Credential domain=\"$(get customer.bouwgroep.cxml.domain)\"><Identity>$(get customer.bouwgroep.cxml.identity)</Identity>"

order="<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd\">
<cXML payloadID=\"$number.$$@bouwgroep.example\" timestamp=\"$now\" xml:lang=\"en\">
 <Header>
  <From>$credential</Credential></From>
  <To><Credential domain=\"DUNS\"><Identity>supplier</Identity></Credential></To>
  <Sender>$credential<SharedSecret>$(get customer.bouwgroep.cxml.secret)</SharedSecret></Credential><UserAgent>curl</UserAgent></Sender>
 </Header>
 <Request deploymentMode=\"production\"><OrderRequest>
  <OrderRequestHeader orderID=\"$number\" orderDate=\"$now\" type=\"new\" requisitionID=\"REQ-17\">
   <Total><Money currency=\"EUR\">9.00</Money></Total>
   <ShipTo><Address isoCountryCode=\"BE\" addressID=\"YARD\"><Name xml:lang=\"en\">Yard</Name><PostalAddress><Street>Kaai 3</Street><City>Aalst</City><PostalCode>9300</PostalCode><Country isoCountryCode=\"BE\">Belgium</Country></PostalAddress></Address></ShipTo>
   <BillTo><Address isoCountryCode=\"BE\"><Name xml:lang=\"en\">Accounts</Name><PostalAddress><Street>Kouter 1</Street><City>Gent</City><PostalCode>9000</PostalCode><Country isoCountryCode=\"BE\">Belgium</Country></PostalAddress></Address></BillTo>
   <Comments xml:lang=\"en\">Please ring at gate 2</Comments>
   <Extrinsic name=\"CostCentre\">4711</Extrinsic>
  </OrderRequestHeader>
  <ItemOut quantity=\"2\" lineNumber=\"10\">
   <ItemID><SupplierPartID>100001</SupplierPartID></ItemID>
   <ItemDetail><UnitPrice><Money currency=\"EUR\">4.50</Money></UnitPrice><Description xml:lang=\"en\">Socket</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain=\"UNSPSC\">39121406</Classification></ItemDetail>
  </ItemOut>
 </OrderRequest></Request>
</cXML>"

echo "Posting order $number ..."
printf '%s' "$order" | curl -sS -H 'Content-Type: text/xml; charset=UTF-8' --data-binary @- "$(get base.url)/cxml"
echo

api() { curl -sS -H "Authorization: Bearer $(get api.key)" "$(get base.url)/api/v1/$1"; }
tries=0
until api "orders?number=$number" | grep -q '"status" *: *"\(CONFIRMED\|REJECTED\)'; do
  tries=$((tries + 1)); [ $tries -lt 30 ] || { echo "Not answered yet; look in the console under Messages"; exit 1; }
  sleep 1
done
id=$(api "orders?number=$number" | sed 's/.*"id" *: *"\([^"]*\)".*/\1/')
echo "The order as Koppel knows it now:"
api "orders/$id"
echo
echo "Its confirmation lies in $(get mail.dir), and in the console: $(get console.url)/orders/$id"
