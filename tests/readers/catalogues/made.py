"""Catalogues made by hand, small and sound, for tests to break."""

# ruff: noqa: E501 - data as programs write it

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from hallgen.diagnostics import Diagnostics
from hallgen.model import Fair
from hallgen.readers import read_fair

BMECAT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE BMECAT SYSTEM "bmecat_2005.dtd">
<BMECAT xmlns="http://www.bmecat.org/bmecat/2005" version="2005">
 <HEADER><CATALOG><LANGUAGE default="true">deu</LANGUAGE><LANGUAGE>eng</LANGUAGE>
   <CATALOG_ID>C</CATALOG_ID><MIME_ROOT>files</MIME_ROOT></CATALOG>
  <SUPPLIER><SUPPLIER_NAME>Nordlicht Sensoren</SUPPLIER_NAME>
   <ADDRESS><STREET>Weg 1</STREET><CITY>Bremen</CITY><PHONE>+49 421 5550100</PHONE>
    <EMAIL>info@nordlicht.example</EMAIL><URL>nordlicht.example</URL></ADDRESS></SUPPLIER></HEADER>
 <T_NEW_CATALOG>
  <CATALOG_GROUP_SYSTEM>
   <CATALOG_STRUCTURE type="root"><GROUP_ID>1</GROUP_ID><GROUP_NAME>Katalog</GROUP_NAME>
    <PARENT_ID>0</PARENT_ID></CATALOG_STRUCTURE>
   <CATALOG_STRUCTURE type="node"><GROUP_ID>2</GROUP_ID><GROUP_NAME>Sensoren</GROUP_NAME>
    <PARENT_ID>1</PARENT_ID></CATALOG_STRUCTURE>
   <CATALOG_STRUCTURE type="leaf"><GROUP_ID>3</GROUP_ID><GROUP_NAME>Induktiv</GROUP_NAME>
    <PARENT_ID>2</PARENT_ID></CATALOG_STRUCTURE>
  </CATALOG_GROUP_SYSTEM>
  <CLASSIFICATION_SYSTEM>
   <CLASSIFICATION_SYSTEM_NAME>ETIM-8.0</CLASSIFICATION_SYSTEM_NAME>
   <CLASSIFICATION_SYSTEM_FEATURE_TEMPLATES><CLASSIFICATION_SYSTEM_FEATURE_TEMPLATE>
    <FT_ID>EF000123</FT_ID><FT_NAME lang="deu">Schutzart</FT_NAME><FT_NAME lang="eng">Protection</FT_NAME>
   </CLASSIFICATION_SYSTEM_FEATURE_TEMPLATE></CLASSIFICATION_SYSTEM_FEATURE_TEMPLATES>
  </CLASSIFICATION_SYSTEM>
  <PRODUCT mode="new"><SUPPLIER_PID>NS-30</SUPPLIER_PID>
   <PRODUCT_DETAILS>
    <DESCRIPTION_SHORT lang="deu">N&#228;herungsschalter</DESCRIPTION_SHORT>
    <DESCRIPTION_SHORT lang="eng">Proximity switch</DESCRIPTION_SHORT>
    <DESCRIPTION_LONG>&lt;p&gt;Robust.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</DESCRIPTION_LONG>
    <INTERNATIONAL_PID type="gtin">4006381333931</INTERNATIONAL_PID>
   </PRODUCT_DETAILS>
   <PRODUCT_FEATURES>
    <REFERENCE_FEATURE_SYSTEM_NAME>ECLASS-13.0</REFERENCE_FEATURE_SYSTEM_NAME>
    <REFERENCE_FEATURE_GROUP_ID>27274001</REFERENCE_FEATURE_GROUP_ID>
    <FEATURE><FNAME lang="deu">Durchmesser</FNAME><FNAME lang="eng">Diameter</FNAME>
     <FVALUE>30.0</FVALUE><FUNIT>MMT</FUNIT></FEATURE>
    <FEATURE><FNAME>Gehäuse</FNAME><FVALUE lang="deu">Messing</FVALUE>
     <FVALUE lang="eng">brass</FVALUE></FEATURE>
    <FEATURE><FT_IDREF>EF000123</FT_IDREF><FVALUE>IP67</FVALUE></FEATURE>
   </PRODUCT_FEATURES>
   <PRODUCT_FEATURES>
    <REFERENCE_FEATURE_SYSTEM_NAME>ETIM-8.0</REFERENCE_FEATURE_SYSTEM_NAME>
    <REFERENCE_FEATURE_GROUP_ID>EC002714</REFERENCE_FEATURE_GROUP_ID>
   </PRODUCT_FEATURES>
   <MIME_INFO>
    <MIME><MIME_TYPE>image/jpeg</MIME_TYPE><MIME_SOURCE>ns30.jpg</MIME_SOURCE></MIME>
    <MIME><MIME_TYPE>application/pdf</MIME_TYPE><MIME_SOURCE>ns30.pdf</MIME_SOURCE></MIME>
    <MIME><MIME_TYPE>application/octet-stream</MIME_TYPE><MIME_SOURCE>ns30.STEP</MIME_SOURCE></MIME>
    <MIME><MIME_TYPE>image/png</MIME_TYPE><MIME_SOURCE>logo.png</MIME_SOURCE>
     <MIME_PURPOSE>logo</MIME_PURPOSE></MIME>
   </MIME_INFO>
  </PRODUCT>
  <PRODUCT mode="delete"><SUPPLIER_PID>OLD</SUPPLIER_PID></PRODUCT>
  <PRODUCT_TO_CATALOGGROUP_MAP><PROD_ID>NS-30</PROD_ID><CATALOG_GROUP_ID>3</CATALOG_GROUP_ID>
  </PRODUCT_TO_CATALOGGROUP_MAP>
 </T_NEW_CATALOG>
</BMECAT>
"""


def older(text: str) -> str:
    """The same catalogue as BMEcat 1.2 has it: articles, and one language."""
    words = {
        "PRODUCT": "ARTICLE",
        "SUPPLIER_PID": "SUPPLIER_AID",
        "PROD_ID": "ART_ID",
        ' lang="deu"': "",
    }
    for new, old in words.items():
        text = text.replace(new, old)
    return text.replace('version="2005"', 'version="1.2"')


def lang(**said: str) -> list[dict[str, str]]:
    return [{"language": tag, "text": words} for tag, words in said.items()]


def element(kind: str, name: str, value: object, **more: object) -> dict[str, object]:
    return {"modelType": kind, "idShort": name, "value": value, **more}


def submodel(name: str, *elements: object, kind: str = "Instance") -> dict[str, object]:
    return {
        "modelType": "Submodel",
        "id": f"urn:{name}",
        "idShort": name,
        "kind": kind,
        "submodelElements": list(elements),
    }


def meaning(id_: str) -> dict[str, object]:
    return {"type": "ExternalReference", "keys": [{"type": "GlobalReference", "value": id_}]}


def environment(kind: str = "Instance") -> dict[str, object]:
    """A shell of an arm, with a nameplate, a data sheet, classes, files and a contact."""
    collection = "SubmodelElementCollection"
    names = (
        "Nameplate",
        "TechnicalData",
        "Models3D",
        "HandoverDocumentation",
        "ContactInformations",
    )
    contact = element(
        collection,
        "ContactInformation",
        [
            element("MultiLanguageProperty", "CityTown", lang(en="Portsea")),
            element("MultiLanguageProperty", "Street", lang(en="1 Quay")),
            element(collection, "Email", [element("Property", "EmailAddress", "a@coast.example")]),
        ],
    )
    sheet = element(
        collection,
        "TechnicalProperties",
        [
            element("Property", "payload", "12", semanticId=meaning("urn:payload")),
            element("Range", "workingTemperature", None, min="0", max="45"),
            element("MultiLanguageProperty", "Housing", lang(en="steel", de="Stahl")),
        ],
    )
    classes = element(
        "SubmodelElementList",
        "ProductClassifications",
        [
            element(
                collection,
                "",
                [
                    element("Property", "ClassificationSystem", "ECLASS"),
                    element("Property", "ClassificationSystemVersion", "13.0"),
                    element("Property", "ProductClassId", "36-04-90-01"),
                ],
            )
        ],
    )
    general = element(
        collection,
        "GeneralInformation",
        [
            element("Property", "ManufacturerArticleNumber", "CR-12"),
            element("File", "ProductImage", "/aasx/files/arm.png", contentType="image/png"),
            element("File", "CompanyLogo", "/aasx/files/logo.png", contentType="image/png"),
        ],
    )
    plate = (
        element("MultiLanguageProperty", "ManufacturerName", lang(en="Coast Robotics")),
        element(
            "MultiLanguageProperty", "ManufacturerProductDesignation", lang(en="Arm", zh="机械臂")
        ),
        element("Property", "SerialNumber", "77"),
    )
    model = element("File", "DigitalFile", "/aasx/files/arm.step", contentType="application/step")
    manual = element("File", "DigitalFile", "/aasx/files/arm.pdf", contentType="application/pdf")
    units = {"preferredName": lang(en="Payload", de="Traglast"), "unit": "kg"}
    return {
        "assetAdministrationShells": [
            {
                "modelType": "AssetAdministrationShell",
                "id": "urn:arm",
                "idShort": "Arm",
                "assetInformation": {"assetKind": "Type", "globalAssetId": "urn:asset:arm"},
                "submodels": [meaning(f"urn:{name}") for name in names],
            }
        ],
        "submodels": [
            submodel("Nameplate", *plate, kind=kind),
            submodel("TechnicalData", general, classes, sheet, kind=kind),
            submodel("Models3D", element(collection, "File", [model]), kind=kind),
            submodel("HandoverDocumentation", manual, kind=kind),
            submodel("ContactInformations", contact, kind=kind),
        ],
        "conceptDescriptions": [
            {
                "modelType": "ConceptDescription",
                "id": "urn:payload",
                "embeddedDataSpecifications": [{"dataSpecificationContent": units}],
            }
        ],
    }


XML3 = """<?xml version="1.0"?><environment xmlns="https://admin-shell.io/aas/3/0"><submodels>
<submodel><idShort>TechnicalData</idShort><id>urn:t</id><submodelElements>
<submodelElementCollection><idShort>GeneralInformation</idShort><value>
<property><idShort>ManufacturerName</idShort><valueType>xs:string</valueType><value>Coast Robotics</value></property>
<multiLanguageProperty><idShort>ManufacturerProductDesignation</idShort><value>
<langStringTextType><language>en</language><text>Arm</text></langStringTextType></value></multiLanguageProperty>
</value></submodelElementCollection>
<submodelElementCollection><idShort>TechnicalProperties</idShort><value>
<property><idShort>maxReach</idShort><valueType>xs:int</valueType><value>1400</value></property>
</value></submodelElementCollection>
</submodelElements></submodel></submodels></environment>"""

XML2 = """<?xml version="1.0"?><aas:aasenv xmlns:aas="http://www.admin-shell.io/aas/2/0"><aas:submodels>
<aas:submodel><aas:idShort>TechnicalData</aas:idShort><aas:identification idType="IRI">urn:t</aas:identification>
<aas:submodelElements><aas:submodelElement><aas:submodelElementCollection>
<aas:idShort>GeneralInformation</aas:idShort><aas:value>
<aas:submodelElement><aas:property><aas:idShort>ManufacturerName</aas:idShort><aas:value>Coast Robotics</aas:value></aas:property></aas:submodelElement>
<aas:submodelElement><aas:multiLanguageProperty><aas:idShort>ManufacturerProductDesignation</aas:idShort>
<aas:value><aas:langString lang="en">Arm</aas:langString></aas:value></aas:multiLanguageProperty></aas:submodelElement>
</aas:value></aas:submodelElementCollection></aas:submodelElement>
<aas:submodelElement><aas:submodelElementCollection><aas:idShort>TechnicalProperties</aas:idShort><aas:value>
<aas:submodelElement><aas:property><aas:idShort>maxReach</aas:idShort><aas:value>1400</aas:value></aas:property></aas:submodelElement>
</aas:value></aas:submodelElementCollection></aas:submodelElement>
</aas:submodelElements></aas:submodel></aas:submodels></aas:aasenv>"""

JSON_LD = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "Product",
            "sku": "LATHE-1",
            "name": [{"@value": "Lathe", "@language": "en"}, {"@value": "车床", "@language": "zh"}],
            "description": "<b>Five</b> sides &amp; more",
            "brand": {"@type": "Brand", "name": "Sample Machine Works"},
            "category": [
                "Machine tools > Lathes",
                {"@type": "CategoryCode", "codeValue": "23242101", "inCodeSet": "UNSPSC"},
            ],
            "additionalProperty": [
                {"@type": "PropertyValue", "name": "Power", "value": 15, "unitCode": "KWT"},
                {"@type": "PropertyValue", "name": "Speed", "minValue": 50, "maxValue": 4000,
                 "unitText": "rpm"},
            ],
            "weight": {"@type": "QuantitativeValue", "value": "4.5", "unitCode": "TNE"},
            "image": ["https://shop.example/media/lathe.jpg", {"contentUrl": "lathe-2.png"}],
            "subjectOf": {"@type": "3DModel", "encoding": {"contentUrl": "lathe.glb"}},
            "isSimilarTo": {"@type": "Product", "name": "Not shown"},
        }
    ],
}  # fmt: skip

SHOPIFY = """Handle,Title,Body (HTML),Vendor,Type,Published,Option1 Name,Option1 Value,Variant Grams,Image Src
pump,Pump,"<ul><li>quiet</li><li>small</li></ul>",Sample Machine Works,Pumps,TRUE,Size,S,1500,https://cdn.example/p.jpg
pump,,,,,,,L,1700,https://cdn.example/p2.jpg
draft,Draft,,Sample Machine Works,Pumps,FALSE,Title,Default Title,0,
"""

WOOCOMMERCE = """ID,Type,SKU,Name,Published,Short description,Description,Categories,Images,Attribute 1 name,Attribute 1 value(s),Weight (kg),Parent
7,variable,GR-1,Gripper,1,,<p>Holds.</p>,"Robots, Robots > Grippers",https://s.example/g.jpg,Fingers,"2, 3",0.8,
8,variation,GR-1-2,Gripper - 2,1,,,,https://s.example/g2.jpg,Fingers,2,,GR-1
9,simple,X,Hidden,0,,,Robots,,,,,
"""

FAIR = """format: 1
id: made
name: Made
languages: [en, de]
halls: [{id: "1", plan: {file: plan.csv, unit: m}}]
tables:
  exhibitors: [{file: exhibitors.csv}]
  products: [%s]
"""


def aasx(path: Path, files: Mapping[str, bytes], document: object = None) -> None:
    """A package with an environment in JSON, and files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("aasx/aasx-origin", "")
        package.writestr("aasx/arm/arm.aas.json", json.dumps(document or environment()))
        for name, data in files.items():
            package.writestr(name, data)


def read(folder: Path, products: str) -> tuple[Fair, Diagnostics]:
    """A fair of three firms with these lists of products, and its faults."""
    (folder / "plan.csv").write_text("number,x,y,width,depth\nA1,0,0,3,3\nA2,3,0,3,3\n")
    (folder / "exhibitors.csv").write_text(
        "id,name,booth,email\nn,Nordlicht Sensoren,A1,\nc,Coast Robotics,A2,own@coast.example\n"
        "s,Sample Machine Works,,\n"
    )
    (folder / "fair.yaml").write_text(FAIR % products)
    found = Diagnostics()
    return read_fair(folder, found), found
