; The installer for Windows (Inno Setup 6): for one user, without an administrator.
;
;   ISCC.exe /DVersion=1.0.0 resources\packaging\alongside.iss      makes dist\alongside-1.0.0-setup.exe
;   alongside-1.0.0-setup.exe /VERYSILENT /SUPPRESSMSGBOXES         installs it without a question
;
; Files come from dist\alongside, which start.py build makes. Notebooks and settings are never touched,
; neither by a newer version nor by taking the program away.
; To sign: ISCC.exe "/Ssign=signtool sign /fd SHA256 /tr URL-OF-A-TIME-SERVER /td SHA256 /a $f" /DSign=1 ...

#ifndef Version
  #error Say which version: /DVersion=1.0.0
#endif
#define Root SourcePath + "\..\.."

[Setup]
; Never to be changed: by it Windows knows that a newer version replaces an older one.
AppId={{5C7C2C4E-6C0A-4B57-9D2B-8B4B7B0E5A11}
AppName=Alongside
AppVersion={#Version}
AppVerName=Alongside {#Version}
AppPublisher=The makers of Alongside
VersionInfoVersion={#Version}
; Of the user, "%LOCALAPPDATA%\Programs"; of everybody only where an administrator adds /ALLUSERS.
DefaultDirName={autopf}\Alongside
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
CloseApplications=yes
RestartApplications=no
Compression=lzma2/max
SolidCompression=yes
LicenseFile={#Root}\LICENSE
OutputDir={#Root}\dist
OutputBaseFilename=alongside-{#Version}-setup
SetupIconFile={#Root}\resources\icon\alongside.ico
UninstallDisplayIcon={app}\alongside.exe
WizardStyle=modern
#ifdef Sign
SignTool=sign
SignedUninstaller=yes
#endif

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"

[InstallDelete]
; What an older version brought and this one does not.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\dist\alongside\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "{#Root}\dist\alongside.cdx.json"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\Alongside"; Filename: "{app}\alongside.exe"
Name: "{autodesktop}\Alongside"; Filename: "{app}\alongside.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.alongside"; ValueType: string; ValueData: "Alongside.Notebook"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.alongside\OpenWithProgids"; ValueType: string; ValueName: "Alongside.Notebook"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Alongside.Notebook"; ValueType: string; ValueData: "Alongside notebook"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Alongside.Notebook\DefaultIcon"; ValueType: string; ValueData: "{app}\alongside.exe,0"
Root: HKA; Subkey: "Software\Classes\Alongside.Notebook\shell\open\command"; ValueType: string; ValueData: """{app}\alongside.exe"" ""%1"""

[Run]
Filename: "{app}\alongside.exe"; Description: "{cm:LaunchProgram,Alongside}"; Flags: nowait postinstall skipifsilent
